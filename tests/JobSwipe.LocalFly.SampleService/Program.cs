using JobSwipe.LocalFly.SampleService;

// A command in place of serving: what a release command or a worker does.
switch (args)
{
    case ["exit", var code]:
        Console.WriteLine($"release command with RELEASE_COMMAND={Environment.GetEnvironmentVariable("RELEASE_COMMAND")}");
        return int.Parse(code);
    case ["touch", var file]:
        File.WriteAllText(file, Environment.GetEnvironmentVariable("FLY_PROCESS_GROUP"));
        return 0;
    case ["sleep"]:
        Console.WriteLine("working");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    default:
        return await Service.RunAsync(Switches.FromEnvironment());
}
