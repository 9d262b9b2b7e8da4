using Nuke.Common.Utilities;

namespace Nuke.Common.Printing;

/// <summary>What a person needs to know of an exception: its message, and where it came from only when asked.</summary>
internal static class ExceptionText
{
    public static string Of(Exception exception)
    {
        exception = exception.Unwrap();
        if (NukeBuild.Verbosity == Verbosity.Verbose)
            return exception.ToString();
        var message = Message(exception);
        return IsBug(exception) ? $"{message}\n(--verbosity verbose shows where)" : message;
    }

    public static string Message(Exception exception)
    {
        exception = exception.Unwrap();
        var messages = Chain(exception).Select(x => IsBug(x) ? $"{x.GetType().Name}: {x.Message}" : x.Message).ToList();

        // An inner message that the outer one already repeats says nothing new.
        return string.Join("\n", messages.Where((x, i) => i == 0 || !messages[i - 1].Contains(x, StringComparison.Ordinal)));
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var current = exception; current != null; current = current.InnerException)
            yield return current;
    }

    private static bool IsBug(Exception exception) => exception
        is NullReferenceException or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException
        or ArgumentException or FormatException or NotImplementedException or NotSupportedException;
}
