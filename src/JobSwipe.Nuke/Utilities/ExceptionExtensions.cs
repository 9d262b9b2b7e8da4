using System.Reflection;

namespace Nuke.Common.Utilities;

/// <summary>Looks through exceptions that only wrap others.</summary>
public static class ExceptionExtensions
{
    /// <summary>The exception that was really thrown.</summary>
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
        TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
        AggregateException { InnerExceptions: [var inner] } => inner.Unwrap(),
        _ => exception
    };
}
