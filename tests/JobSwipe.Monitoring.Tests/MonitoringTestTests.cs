using JobSwipe.Monitoring.Testing;

namespace JobSwipe.Monitoring.Tests;

public sealed class MonitoringTestTests
{
    [Fact]
    public async Task Every_alert_fires_is_quiet_and_goes_where_it_should()
    {
        var said = new List<string>();

        await MonitoringTest.RunAsync(said.Add, TestContext.Current.CancellationToken);

        said.ShouldHaveSingleItem().ShouldContain("passed");
    }
}
