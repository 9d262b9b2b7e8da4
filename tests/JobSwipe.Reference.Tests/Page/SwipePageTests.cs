using JobSwipe.Reference.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JobSwipe.Reference.Tests.Page;

public class SwipePageTests(SeededService seeded, Browser browser) : IClassFixture<SeededService>, IClassFixture<Browser>
{
    [Fact]
    public async Task Shows_the_release_and_complains_about_nothing()
    {
        var (page, problems) = await OpenAsync();
        await Expect(page.GetByTestId("version")).ToHaveTextAsync("1.2.3");
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Arrow_keys_save_and_pass_and_what_was_saved_survives_a_reload()
    {
        var (page, problems) = await OpenAsync();
        var first = await TopAsync(page);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(2);

        await page.ReloadAsync();

        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("saved-job").Last).ToHaveAttributeAsync("data-job-id", first);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_with_a_modifier_are_left_to_the_browser()
    {
        var (page, _) = await OpenAsync();
        var first = await TopAsync(page);
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        (await TopAsync(page)).ShouldBe(first);
    }

    [Fact]
    public async Task Buttons_work_faster_than_the_animation()
    {
        var (page, problems) = await OpenAsync(Browser.Phone());
        for (var click = 0; click < 15; click++) await page.GetByTestId("save").ClickAsync();
        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(15);
        await Expect(page.GetByTestId("card")).ToHaveCountAsync(1);
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(-200, 0)]
    public async Task A_dragged_card_is_saved_or_passed(int by, int saved)
    {
        var (page, _) = await OpenAsync();
        var first = await TopAsync(page);
        await DragAsync(page, by, pause: 0);
        await Expect(page.GetByTestId("card")).Not.ToHaveAttributeAsync("data-job-id", first);
        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(saved);
    }

    [Fact]
    public async Task A_card_that_is_let_go_too_early_comes_back()
    {
        var (page, _) = await OpenAsync();
        var first = await TopAsync(page);
        // Slowly, or it counts as a flick.
        await DragAsync(page, 60, pause: 300);
        await Expect(page.Locator(".card.held")).ToHaveCountAsync(0);
        (await TopAsync(page)).ShouldBe(first);
    }

    [Fact]
    public async Task A_finger_saves_a_card()
    {
        var (page, _) = await OpenAsync(Browser.Phone());
        var first = await TopAsync(page);
        var box = (await page.GetByTestId("card").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await TouchAsync(session, "touchStart", x, y);
        for (var step = 1; step <= 6; step++) await TouchAsync(session, "touchMove", x + step * 25, y);
        await TouchAsync(session, "touchEnd", null, null);
        await Expect(page.GetByTestId("saved-job")).ToHaveAttributeAsync("data-job-id", first);
    }

    [Fact]
    public async Task A_saved_job_can_be_removed_again()
    {
        var (page, _) = await OpenAsync();
        await page.GetByTestId("save").ClickAsync();
        await page.GetByTestId("saved-job").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_swipe_that_could_not_be_sent_is_told_and_can_be_tried_again()
    {
        var (page, _) = await OpenAsync();
        await page.RouteAsync("**/swipe", route => route.AbortAsync());
        await page.GetByTestId("save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be sent");
        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(0);

        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.GetByTestId("saved-job")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(320, 568)]
    [InlineData(390, 844)]
    [InlineData(844, 390)]
    [InlineData(1280, 800)]
    public async Task Fits_without_scrolling_sideways(int width, int height)
    {
        var (page, _) = await OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        await page.GetByTestId("save").ClickAsync();
        var remove = (await page.GetByTestId("saved-job").GetByRole(AriaRole.Button).BoundingBoxAsync())!;
        (remove.X + remove.Width).ShouldBeLessThanOrEqualTo(width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task Moves_nothing_for_people_who_want_it_calm()
    {
        var (page, _) = await OpenAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.GetByTestId("pass").ClickAsync();
        (await page.Locator(".card.leaving").CountAsync()).ShouldBe(0);
    }

    private Task<(IPage Page, List<string> Problems)> OpenAsync(BrowserNewContextOptions? options = null) => browser.OpenAsync(seeded.Client.BaseAddress!, options);

    private static async Task<string> TopAsync(IPage page) => (await page.GetByTestId("card").GetAttributeAsync("data-job-id"))!;

    private static async Task DragAsync(IPage page, int by, int pause)
    {
        var box = (await page.GetByTestId("card").BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + by, y, new MouseMoveOptions { Steps = 8 });
        if (pause > 0) await page.WaitForTimeoutAsync(pause);
        await page.Mouse.UpAsync();
    }

    private static Task TouchAsync(ICDPSession session, string type, float? x, float? y) => session.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = type,
        ["touchPoints"] = x is null ? Array.Empty<object>() : new object[] { new { x, y } },
    });
}
