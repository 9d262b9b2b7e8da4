using Serilog;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Printing;

/// <summary>What builds log with <see cref="Log"/> goes to the build's console. Nothing of Serilog is set up before it is used.</summary>
internal sealed class BuildLogger : ILogger
{
    private MessageTemplateTextFormatter _formatter;

    public bool IsEnabled(LogEventLevel level) => level >= NukeBuild.Verbosity switch
    {
        Verbosity.Verbose => LogEventLevel.Verbose,
        Verbosity.Minimal => LogEventLevel.Warning,
        Verbosity.Quiet => LogEventLevel.Error,
        _ => LogEventLevel.Debug
    };

    public void Write(LogEvent logEvent)
    {
        if (!IsEnabled(logEvent.Level))
            return;
        var writer = new StringWriter();
        (_formatter ??= new MessageTemplateTextFormatter("{Message:l}")).Format(logEvent, writer);
        var text = logEvent.Exception is { } exception ? $"{writer}\n{ExceptionText.Of(exception)}" : writer.ToString();
        switch (logEvent.Level)
        {
            case LogEventLevel.Error or LogEventLevel.Fatal:
                Report.Error(text);
                break;
            case LogEventLevel.Warning:
                Report.Warning(text);
                break;
            case LogEventLevel.Information:
                BuildConsole.Shared.Line(text);
                break;
            default:
                BuildConsole.Shared.Line(Style.Dim(text));
                break;
        }
    }
}
