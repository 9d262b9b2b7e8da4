using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Says how a program is called.</summary>
public static class ToolOptionsExtensions
{
    /// <summary>Calls another program than the usual one.</summary>
    public static T SetProcessToolPath<T>(this T o, string value) where T : ToolOptions => o.With(x => x.Set(nameof(ToolOptions.ProcessToolPath), value));

    /// <summary>Runs it there.</summary>
    public static T SetProcessWorkingDirectory<T>(this T o, string value) where T : ToolOptions =>
        o.With(x => x.Set(nameof(ToolOptions.ProcessWorkingDirectory), value));

    /// <summary>Sets a variable for it.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions =>
        o.With(x => x.Add(nameof(ToolOptions.ProcessEnvironmentVariables), key, value));

    /// <summary>Sets a variable for it.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object value) where T : ToolOptions =>
        o.SetProcessEnvironmentVariable(key, value?.ToString());

    /// <summary>Sets a variable for it.</summary>
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions => o.SetProcessEnvironmentVariable(key, value);

    /// <summary>Ends it after so many milliseconds.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, int? value) where T : ToolOptions =>
        o.With(x => x.Set(nameof(ToolOptions.ProcessExecutionTimeout), value));

    /// <summary>Ends it after some time.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value) where T : ToolOptions =>
        o.SetProcessExecutionTimeout((int)value.TotalMilliseconds);

    /// <summary>Shows its output, or not.</summary>
    public static T SetProcessOutputLogging<T>(this T o, bool? value) where T : ToolOptions =>
        o.With(x => x.Set(nameof(ToolOptions.ProcessOutputLogging), value));

    /// <summary>Shows its output.</summary>
    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(true);

    /// <summary>Does not show its output.</summary>
    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(false);

    /// <summary>Shows the command, or not.</summary>
    public static T SetProcessInvocationLogging<T>(this T o, bool? value) where T : ToolOptions =>
        o.With(x => x.Set(nameof(ToolOptions.ProcessInvocationLogging), value));

    /// <summary>Shows the command.</summary>
    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(true);

    /// <summary>Does not show the command.</summary>
    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(false);

    /// <summary>Says whether an exit code that is not 0 is an error.</summary>
    public static T SetProcessExitHandling<T>(this T o, bool? value) where T : ToolOptions => o.With(x => x.Set(nameof(ToolOptions.ProcessExitHandling), value));

    /// <summary>An exit code that is not 0 is an error.</summary>
    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(true);

    /// <summary>Any exit code will do.</summary>
    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(false);

    /// <summary>Decides by itself what an exit code means.</summary>
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess> value) where T : ToolOptions => o.With(x => x.Set(
        nameof(ToolOptions.ExitHandler), (Func<ToolOptions, IProcess, object>)((_, process) => { value(process); return null; })));

    /// <summary>Shows a line of its output.</summary>
    public static T SetProcessLogger<T>(this T o, Action<OutputType, string> value) where T : ToolOptions => o.With(x => x.Set(nameof(ToolOptions.Logger), value));

    /// <summary>Adds arguments after all others.</summary>
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] values) where T : ToolOptions =>
        o.With(x => x.Add(nameof(ToolOptions.ProcessAdditionalArguments), values));

    /// <summary>Adds arguments after all others.</summary>
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> values) where T : ToolOptions => o.AddProcessAdditionalArguments(values.ToArray());

    /// <summary>Sets the arguments after all others.</summary>
    public static T SetProcessAdditionalArguments<T>(this T o, params string[] values) where T : ToolOptions =>
        o.With(x => x.Set(nameof(ToolOptions.ProcessAdditionalArguments), values.ToList()));

    /// <summary>Masks more texts.</summary>
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] values) where T : ToolOptions =>
        o.With(x => x.Add(nameof(ToolOptions.ProcessRedactedSecrets), values));
}
