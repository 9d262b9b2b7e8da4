using JobSwipe.Reference.Faults;
using JobSwipe.Reference.Hosting;

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    if (settings.Fault.Kind == FaultKind.FailOnStart) throw new SettingInvalid("JOBSWIPE_FAULT", "the fault fail-on-start was asked for");
    await using var app = Service.Build(settings);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingInvalid or IOException)
{
    // A port that is taken is an IOException of Kestrel's. One line of JSON, like everything else that is logged.
    Console.WriteLine($$"""{"Timestamp":"{{DateTime.UtcNow:O}}","LogLevel":"Critical","Category":"JobSwipe.Reference","Message":"{{System.Text.Json.JsonEncodedText.Encode(exception.Message)}}"}""");
    return 1;
}
