namespace Nuke.Common.Execution;

/// <summary>
/// Executes the plan: each target as soon as all that come before it are done, as many at a time as allowed. A failure stops
/// what comes after it; with one at a time, as in NUKE, it stops everything but what is assured.
/// </summary>
internal sealed class BuildExecutor(NukeBuild build, TargetRunner runner, Interruption interruption, TimeSpan patience)
{
    private readonly object _gate = new();
    private readonly List<ExecutableTarget> _waiting = [.. build.ExecutionPlan.Where(x => x.Status == ExecutionStatus.Scheduled)];
    private readonly HashSet<ExecutableTarget> _running = [];
    private bool _isStopping;

    public void Execute(int parallelism)
    {
        using var wake = interruption.Token.Register(() => Locked(() => Monitor.PulseAll(_gate)));
        foreach (var target in build.SkippedTargets)
            runner.Skip(target);

        lock (_gate)
        {
            while (_waiting.Count > 0 || _running.Count > 0)
            {
                if (interruption.IsRequested)
                    _isStopping = true;
                Drop(parallelism);
                while (_running.Count < parallelism && Next() is { } next)
                    Start(next);
                if (_waiting.Count == 0 && _running.Count == 0)
                    break;
                if (!interruption.IsRequested)
                    Monitor.Wait(_gate);
                else if (!Monitor.Wait(_gate, patience))
                    Abandon();
            }
        }
    }

    // What was stopped never runs.
    private void Drop(int parallelism)
    {
        bool dropped;
        do
        {
            dropped = false;
            foreach (var target in _waiting.Where(x => !x.AssuredAfterFailure).ToList())
            {
                if (target.Status == ExecutionStatus.Skipped)
                {
                    runner.Skip(target);
                }
                else if (_isStopping || (parallelism == 1 && build.ExecutionPlan.Any(Stops)) || Before(target).Any(x => Stops(x) || x.Status == ExecutionStatus.NotRun))
                {
                    target.Status = ExecutionStatus.NotRun;
                }
                else
                {
                    continue;
                }

                _waiting.Remove(target);
                dropped = true;
            }
        } while (dropped);
    }

    private ExecutableTarget Next() => _waiting.FirstOrDefault(
        x => Before(x).All(y => y.Status is not (ExecutionStatus.Scheduled or ExecutionStatus.Running) && !_running.Contains(y)));

    private void Start(ExecutableTarget target)
    {
        _waiting.Remove(target);
        _running.Add(target);
        new Thread(() => Run(target)) { IsBackground = true, Name = target.Name }.Start();
    }

    private void Run(ExecutableTarget target)
    {
        runner.Run(target);
        Locked(() =>
        {
            _running.Remove(target);
            Monitor.PulseAll(_gate);
        });
    }

    private void Abandon()
    {
        foreach (var target in _running)
        {
            target.Status = ExecutionStatus.Aborted;
            Printing.Report.Warning($"{target.Name} did not end within {patience.TotalSeconds:0} s of the interruption and is left behind");
        }

        _running.Clear();
    }

    private IEnumerable<ExecutableTarget> Before(ExecutableTarget target) => target.AllDependencies.Where(x => x.Status != ExecutionStatus.None);

    private static bool Stops(ExecutableTarget target) =>
        target.Status == ExecutionStatus.Aborted || (target.Status == ExecutionStatus.Failed && !target.ProceedAfterFailure);

    private void Locked(Action action)
    {
        lock (_gate)
            action();
    }
}
