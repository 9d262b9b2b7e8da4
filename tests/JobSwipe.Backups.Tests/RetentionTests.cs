using JobSwipe.Tools;

namespace JobSwipe.Backups.Tests;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<int, string> Lives
    {
        get
        {
            var lives = new TheoryData<int, string>();
            for (var seed = 0; seed < 12; seed++) lives.Add(seed, new[] { "7d", "7d,4w,12m", "1d,1w,1m,3y", "3d,12m" }[seed % 4]);
            return lives;
        }
    }

    [Theory]
    [MemberData(nameof(Lives))]
    public void Holds_its_promises_on_every_day_of_three_years(int seed, string text)
    {
        var random = new Random(seed);
        var policy = RetentionPolicy.Parse(text);
        var store = new List<RetentionCandidate>();
        var everTaken = new List<RetentionCandidate>();
        for (var now = Start; now < Start.AddYears(3); now = now.AddDays(1))
        {
            // Sometimes none for a while, sometimes several, some damaged, few proved.
            for (var runs = random.Next(10) switch { 0 => 0, 1 => 3, _ => 1 }; runs > 0; runs--)
            {
                var taken = now.AddMinutes(random.Next(1380)).AddSeconds(runs);
                store.Add(new RetentionCandidate(BackupId.New(taken), taken, random.Next(7) == 0, random.Next(25) == 0 ? "damaged" : null));
                everTaken.Add(store[^1]);
            }
            var evening = now.AddHours(23.5);
            var decisions = RetentionPlan.Of(store, policy, evening);
            Check(store, decisions, policy);
            store.RemoveAll(one => decisions.Any(decision => decision.Id == one.Id && !decision.Keep));
            // Dropping day by day loses nothing that the policy would keep of everything ever taken.
            var good = everTaken.Where(one => one.Problem is null);
            var newestDays = good.GroupBy(one => one.TakenAt.UtcDateTime.Date).OrderByDescending(day => day.Key).Take(policy.Days).Select(day => day.MaxBy(one => one.TakenAt)!);
            var newestMonths = good.GroupBy(one => (one.TakenAt.Year, one.TakenAt.Month)).OrderByDescending(month => month.Key).Take(policy.Months).Select(month => month.MaxBy(one => one.TakenAt)!);
            foreach (var wanted in newestDays.Concat(newestMonths)) store.ShouldContain(wanted);
        }
        var most = policy.Days + policy.Weeks + policy.Months + policy.Years + 2;
        if (store.MaxBy(one => one.TakenAt)!.Problem is null) store.Count(one => one.Problem is null).ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public void Keeps_days_weeks_months_and_says_why()
    {
        var daily = Enumerable.Range(0, 400).Select(day => Start.AddDays(day)).Select(time => new RetentionCandidate(BackupId.New(time), time)).ToArray();

        var kept = RetentionPlan.Of(daily, RetentionPolicy.Parse("7d,4w,12m"), Start.AddDays(400)).Where(decision => decision.Keep).ToArray();

        kept.Length.ShouldBe(7 + 2 + 10);
        kept[0].Why.ShouldBe("the newest; day 1 of 7 (2025-02-03); week 1 of 4 (2025-W06); month 1 of 12 (2025-02)");
        kept[^1].Why.ShouldBe("month 12 of 12 (2024-03)");
    }

    [Fact]
    public void Drops_nothing_while_the_newest_is_not_good_or_from_the_future()
    {
        var old = Enumerable.Range(0, 30).Select(day => new RetentionCandidate(BackupId.New(Start.AddDays(day)), Start.AddDays(day))).ToList();
        var now = Start.AddDays(31);

        RetentionPlan.Of([.. old, new RetentionCandidate("bad", now, false, "it was changed")], RetentionPolicy.Default, now).ShouldAllBe(decision => decision.Keep && decision.Why.Contains("not good"));
        RetentionPlan.Of([.. old, new RetentionCandidate("later", now.AddHours(1))], RetentionPolicy.Default, now).ShouldAllBe(decision => decision.Keep && decision.Why.Contains("a clock is wrong"));
        RetentionPlan.Of([], RetentionPolicy.Default, now).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7d")]
    [InlineData("7d,4w,12m,3y")]
    [InlineData("1w")]
    public void Reads_what_it_writes(string text) => RetentionPolicy.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("0d")]
    [InlineData("7d,7d")]
    [InlineData("7h")]
    [InlineData("-1d")]
    public void Refuses_a_policy_that_is_none(string text) =>
        Should.Throw<DeliveryError>(() => RetentionPolicy.Parse(text)).Remedy.ShouldContain("7d,4w,12m");

    private static void Check(List<RetentionCandidate> store, IReadOnlyList<RetentionDecision> decisions, RetentionPolicy policy)
    {
        decisions.Select(decision => decision.Id).Order().ShouldBe(store.Select(one => one.Id).Order());
        var kept = decisions.Where(decision => decision.Keep).Select(decision => decision.Id).ToHashSet();
        foreach (var one in store.Where(one => one.Problem is not null)) kept.ShouldContain(one.Id);
        if (store.MaxBy(one => one.TakenAt) is not { } newest) return;
        if (newest.Problem is not null) kept.Count.ShouldBe(store.Count);
        if (store.Where(one => one.Problem is null).MaxBy(one => one.TakenAt) is { } good) kept.ShouldContain(good.Id);
        if (store.Where(one => one.Proved && one.Problem is null).MaxBy(one => one.TakenAt) is { } proved) kept.ShouldContain(proved.Id);
        decisions.ShouldAllBe(decision => decision.Why.Length > 0);
        policy.Days.ShouldBeGreaterThan(0);
    }
}
