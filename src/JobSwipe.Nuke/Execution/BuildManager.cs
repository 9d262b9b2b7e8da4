using System.Diagnostics;
using System.Linq.Expressions;
using Nuke.Common.Parameters;
using Nuke.Common.Printing;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>The course of a build, from the command line to the exit code.</summary>
internal static class BuildManager
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int BadInvocation = 2;
    private const int Interrupted = 130;

    public static NukeBuild Build { get; private set; }

    public static int Execute<T>(Expression<Func<T, Target>>[] defaults) where T : NukeBuild, new()
    {
        var clock = Stopwatch.StartNew();
        JobSwipe.Nuke.WarmUp.Start();
        BuildConsole.Start();
        Log.Logger = new BuildLogger();
        try
        {
            return Run(defaults, clock);
        }
        catch (Exception exception) when (exception.Unwrap() is BadInvocationException)
        {
            foreach (var line in exception.Unwrap().Message.Split('\n'))
                Report.Error(line);
            return BadInvocation;
        }
        catch (Exception exception)
        {
            Report.Error(ExceptionText.Of(exception), SourceLocation.Of(exception.Unwrap()));
            return Failure;
        }
        finally
        {
            BuildConsole.Shared.Flush();
        }
    }

    private static int Run<T>(Expression<Func<T, Target>>[] defaults, Stopwatch clock) where T : NukeBuild, new()
    {
        var line = CommandLine.Parse(Environment.GetCommandLineArgs()[1..]);
        if (line.Find("Root") is { } root)
            BuildPaths.UseRoot(root.Values);
        if (line.Find("Completion") is { } completion)
            return ShellCompletion.Print(completion.Values);

        var parameters = InjectionMembers.Parameters(typeof(T));
        TargetArguments.Separate(line, parameters, x => TargetDiscovery.Names(typeof(T)).Contains(ParameterName.Normalize(x)));
        var options = BuildOptions.Read(line, Environment.GetEnvironmentVariables());
        var build = new T();
        Build = build;
        options.Apply(build);

        ParameterValues.Current = new ParameterValues(parameters, options.Sources);
        if (options.IsQuestion)
        {
            build.ExecutableTargets = TargetDiscovery.Find(build, Defaults(build, defaults));
            return Answers.Print(build, parameters, options);
        }

        var extensions = build.Extensions = new BuildExtensions(build);
        Check(ParameterValues.Current.Read());
        ValueInjector.Inject(build, parameters: true);
        var planning = Stopwatch.StartNew();
        build.ExecutableTargets = TargetDiscovery.Find(build, Defaults(build, defaults));
        planning.Stop();
        extensions.Tell<IOnBuildCreated>(x => x.OnBuildCreated(build.ExecutableTargets));
        build.OnBuildCreated();
        planning.Start();
        build.ExecutionPlan = ExecutionPlanner.Plan(build.ExecutableTargets, options.Targets());
        planning.Stop();
        if (NukeBuild.Verbosity == Verbosity.Verbose)
            BuildConsole.Shared.Line(Style.Dim($"Planned {build.ExecutionPlan.Count} of {build.ExecutableTargets.Count} targets in {planning.Elapsed.TotalMilliseconds:0.0} ms"));
        SchemaFile.Update(build, parameters);
        if (build.Plan)
            return PlanText.Print(build, options.PlanFormat);

        BuildConsole.Shared.LogTo(BuildPaths.Temporary / "build.log");
        if (!build.NoLogo)
            BuildConsole.Shared.Line(Style.Dim($"{BuildPaths.Root.Name}: {string.Join(", ", build.InvokedTargets.Select(x => x.Name))} ({build.ExecutionPlan.Count} targets)"));
        return Run(build, options, extensions, clock);
    }

    private static int Run(NukeBuild build, BuildOptions options, BuildExtensions extensions, Stopwatch clock)
    {
        var attempt = new AttemptFile(BuildPaths.Temporary / "build-attempt.log", options, build.Continue);
        Conditions.SkipAtStart(build, options.Skipped, attempt);
        ValueInjector.Inject(build, parameters: false);
        extensions.Tell<IOnBuildInitialized>(x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));
        build.OnBuildInitialized();
        Check(Requirements.Missing(build));

        ChildProcesses.Mark();
        using var interruption = Interruption.Watch();
        BuildConsole.Shared.ShowProgress();
        new BuildExecutor(build, new TargetRunner(build, extensions, attempt, interruption), interruption, options.Patience).Execute(options.Parallelism);
        BuildConsole.Shared.EndProgress();
        foreach (var target in build.ScheduledTargets)
            target.Status = ExecutionStatus.NotRun;

        var finished = Finish(build, extensions);
        Outcome.Print(build, clock.Elapsed, interruption.IsRequested);
        if (interruption.IsRequested)
        {
            ChildProcesses.KillAll();
            return Interrupted;
        }

        return build.ExitCode ?? (build.IsSucceeding && finished ? Success : Failure);
    }

    private static bool Finish(NukeBuild build, BuildExtensions extensions)
    {
        try
        {
            extensions.Tell<IOnBuildFinished>(x => x.OnBuildFinished());
            build.OnBuildFinished();
            return true;
        }
        catch (Exception exception)
        {
            Report.Error(ExceptionText.Of(exception), SourceLocation.Of(exception.Unwrap()));
            return false;
        }
    }

    private static List<Delegate> Defaults<T>(T build, Expression<Func<T, Target>>[] defaults) =>
        defaults.Select(x => (Delegate)Default(build, x)).ToList();

    private static Target Default<T>(T build, Expression<Func<T, Target>> expression) => expression.Body switch
    {
        MemberExpression { Member: System.Reflection.PropertyInfo property, Expression: ParameterExpression } => (Target)property.GetValue(build),
        MemberExpression { Member: System.Reflection.PropertyInfo property, Expression: UnaryExpression { Operand: ParameterExpression } } => (Target)property.GetValue(build),
        _ => expression.Compile(preferInterpretation: true)(build)
    };

    private static void Check(List<string> errors)
    {
        if (errors.Count > 0)
            throw new BadInvocationException(string.Join("\n", errors));
    }
}
