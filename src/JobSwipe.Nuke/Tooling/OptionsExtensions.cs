namespace Nuke.Common.Tooling;

/// <summary>Combines changes of options.</summary>
public static class OptionsExtensions
{
    /// <summary>Applies a change, if there is one.</summary>
    public static T Apply<T>(this T options, Configure<T> configurator) => configurator.InvokeSafe(options);

    /// <summary>Applies a change to each.</summary>
    public static T[] Apply<T>(this T[] options, Configure<T> configurator) => options.Select(x => x.Apply(configurator)).ToArray();

    /// <summary>Applies a change by a value, if there is one.</summary>
    public static T Apply<T, TValue>(this T options, Configure<T, TValue> configurator, TValue value) =>
        configurator is null ? options : configurator(options, value);

    /// <summary>Applies a change by a value to each.</summary>
    public static T[] Apply<T, TValue>(this T[] options, Configure<T, TValue> configurator, TValue value) =>
        options.Select(x => x.Apply(configurator, value)).ToArray();

    /// <summary>Applies a change if the condition holds.</summary>
    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator) => condition(options) ? options.Apply(configurator) : options;

    /// <summary>Applies a change to those for which the condition holds.</summary>
    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T> configurator) =>
        options.Select(x => x.When(condition, configurator)).ToArray();

    /// <summary>One for each change.</summary>
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators) where T : ToolOptions, new() =>
        configurators.Select(x => x(options)).ToArray();

    /// <summary>One for each change.</summary>
    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators) where T : ToolOptions, new() =>
        options.SelectMany(x => x.CombineWith(configurators)).ToArray();

    /// <summary>One for each value.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator) where T : ToolOptions, new() =>
        values.Select(x => configurator(options, x)).ToArray();

    /// <summary>Any number for each value.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator) where T : ToolOptions, new() =>
        values.SelectMany(x => configurator(options, x)).ToArray();

    /// <summary>One for each value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, T> configurator) where T : ToolOptions, new()
    {
        var all = values.ToList();
        return options.SelectMany(x => x.CombineWith(all, configurator)).ToArray();
    }

    /// <summary>Any number for each value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator) where T : ToolOptions, new()
    {
        var all = values.ToList();
        return options.SelectMany(x => x.CombineWith(all, configurator)).ToArray();
    }

    internal static T With<T>(this T options, Action<T> change) where T : Options
    {
        var copy = (T)options.Copy();
        change(copy);
        return copy;
    }
}
