using System.Runtime.CompilerServices;

/// <summary>Before Main: loading the class Build with its components takes a quarter of a start, and another processor is free.</summary>
static class EarlyStart
{
    [ModuleInitializer]
    internal static void Run() => JobSwipe.Nuke.WarmUp.Start();
}
