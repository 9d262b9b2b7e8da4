namespace Nuke.Common.Tooling;

/// <summary>Calls configure delegates.</summary>
public static class ConfigureExtensions
{
    /// <summary>Calls it if it is there.</summary>
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator is null ? obj : configurator(obj);

    /// <summary>Executes a tool for every combination, some at a time.</summary>
    /// <param name="configurator">Gives the combinations.</param>
    /// <param name="executor">Executes one.</param>
    /// <param name="degreeOfParallelism">How many at a time.</param>
    /// <param name="completeOnFailure">Whether the rest is executed after a failure, and all failures are thrown together.</param>
    public static IReadOnlyCollection<(TOptions Settings, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var all = configurator(new TOptions()).ToList();
        var outputs = new IReadOnlyCollection<Output>[all.Count];
        var failures = new List<Exception>();
        Parallel.For(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, degreeOfParallelism) }, (index, state) =>
        {
            if (!completeOnFailure && failures.Count > 0)
                return;
            try
            {
                outputs[index] = executor(all[index]);
            }
            catch (Exception exception)
            {
                lock (failures)
                    failures.Add(exception);
            }
        });
        return failures.Count switch
        {
            0 => all.Zip(outputs).ToList(),
            1 => throw failures[0],
            _ => throw new AggregateException(string.Join(Environment.NewLine, failures.Select(x => x.Message)), failures)
        };
    }
}
