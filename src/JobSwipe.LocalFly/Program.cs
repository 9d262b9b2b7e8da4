using JobSwipe.LocalFly.Cli;

return await CommandRunner.RunAsync(args, Console.In, Console.Out, Console.Error);
