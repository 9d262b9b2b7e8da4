using System.Globalization;
using JobSwipe.Releases.Deployments;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

public sealed class FreezeCalendarTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-12-23T16:59:59Z", false)]
    [InlineData("2026-12-23T17:00:00Z", true)]
    [InlineData("2027-01-02T04:59:59Z", true)]
    [InlineData("2027-01-02T05:00:00Z", false)]
    public void Reads_a_window_on_a_clock_of_its_zone(string moment, bool frozen) =>
        Frozen("""{ "name": "holidays", "zone": "Europe/Berlin", "from": "2026-12-23T18:00", "to": "2027-01-02T06:00" }""", moment).ShouldBe(frozen);

    // Friday 16:00 is 15:00 UTC in winter and 14:00 UTC in summer.
    [Theory]
    [InlineData("2026-11-27T14:59:00Z", false)]
    [InlineData("2026-11-27T15:00:00Z", true)]
    [InlineData("2026-07-03T13:59:00Z", false)]
    [InlineData("2026-07-03T14:00:00Z", true)]
    [InlineData("2026-07-03T21:59:00Z", true)]
    [InlineData("2026-07-03T22:00:00Z", false)]
    [InlineData("2026-07-02T15:00:00Z", false)]
    public void Reads_a_weekly_window_in_winter_and_in_summer(string moment, bool frozen) =>
        Frozen("""{ "name": "weekend", "zone": "Europe/Berlin", "days": ["Friday"], "from": "16:00", "to": "24:00" }""", moment).ShouldBe(frozen);

    // On 25 October 2026 02:30 comes twice in Berlin: at 00:30 UTC and at 01:30 UTC. On 29 March 2026 it does not come.
    [Theory]
    [InlineData("2026-10-25T02:30", "2026-10-25T05:00", "2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-24T12:00", "2026-10-25T02:30", "2026-10-25T01:29:00Z", true)]
    [InlineData("2026-10-24T12:00", "2026-10-25T02:30", "2026-10-25T01:30:00Z", false)]
    [InlineData("2026-03-29T02:30", "2026-03-29T05:00", "2026-03-29T00:30:00Z", true)]
    [InlineData("2026-03-29T02:30", "2026-03-29T05:00", "2026-03-29T00:29:00Z", false)]
    public void Takes_the_longer_reading_of_a_time_that_a_clock_shows_twice_or_never(string from, string to, string moment, bool frozen) =>
        Frozen($$"""{ "name": "night", "zone": "Europe/Berlin", "from": "{{from}}", "to": "{{to}}" }""", moment).ShouldBe(frozen);

    [Fact]
    public void Holds_for_the_environment_that_it_names() =>
        Load("""{ "name": "audit", "zone": "UTC", "from": "2026-01-01T00:00", "to": "2027-01-01T00:00", "environment": "production" }""")
            .At(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), "staging").ShouldBeNull();

    [Theory]
    [InlineData("""{ "name": "x", "zone": "Europe/Berlin", "from": "2026-01-01T00:00", "to": "2026-01-02T00:00", "untill": "" }""", "untill")]
    [InlineData("""{ "name": "x", "zone": "Europe/Atlantis", "from": "2026-01-01T00:00", "to": "2026-01-02T00:00" }""", "Atlantis")]
    [InlineData("""{ "name": "x", "zone": "UTC", "from": "2026-01-02T00:00", "to": "2026-01-01T00:00" }""", "ends before it begins")]
    [InlineData("""{ "name": "x", "zone": "UTC", "from": "tomorrow", "to": "2026-01-01T00:00" }""", "'tomorrow' is not a local time")]
    [InlineData("""{ "name": "x", "zone": "UTC", "from": "25:00", "to": "26:00", "days": ["Friday"] }""", "'25:00' is not a time of day")]
    [InlineData("""{ "name": "x", "zone": "UTC", "from": "2026-01-01T00:00", "to": "2026-01-02T00:00", "environment": "prod" }""", "no environment 'prod'")]
    public void Refuses_what_would_never_freeze(string window, string problem) =>
        Should.Throw<DeliveryError>(() => Load(window)).Message.ShouldContain(problem);

    [Fact]
    public void Is_empty_without_a_file() => FreezeCalendar.Load("/nowhere/freezes.json").Windows.ShouldBeEmpty();

    private bool Frozen(string window, string moment) => Load(window).At(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), "production") is not null;

    private FreezeCalendar Load(string window)
    {
        var path = Path.Combine(_folder.Path, "freezes.json");
        File.WriteAllText(path, $"[{window}]");
        return FreezeCalendar.Load(path);
    }
}
