using Alerts.Core.Hits;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Microsoft.Playwright;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web.Browser;

public sealed class PagesInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>To look at the pages, give ALERTS_SCREENSHOTS a folder: every page is written there in both colour schemes and widths.</summary>
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("ALERTS_SCREENSHOTS");

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_overflows_its_screen_breaks_its_policy_or_loads_from_elsewhere(int width, ColorScheme scheme)
    {
        var browser = chromium.Browser;
        await using var host = await WebHost.StartAsync(kestrel: true);
        var paths = await FillAsync(host);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" && !IsWanted(message) ? [$"{page.Url}: {message.Text}"] : Array.Empty<string>());
        page.Request += (_, request) => complaints.AddRange(new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" } ? [$"{page.Url} loads {request.Url}"] : Array.Empty<string>());

        foreach (var (name, path) in paths)
        {
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0)
            {
                complaints.Add($"{path} is {overflow} pixels too wide");
            }

            if (Screenshots is not null)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{name}-{width}-{scheme}.png"), FullPage = true });
            }
        }

        Assert.Empty(complaints);
    }

    /// <summary>The script of a mail is kept from running: that is what the sandbox is for.</summary>
    private static bool IsWanted(IConsoleMessage message) => message.Text.StartsWith("Blocked script execution in", StringComparison.Ordinal);

    [Fact]
    public async Task The_pages_of_the_API_show_its_description_and_ask_nobody_else()
    {
        var browser = chromium.Browser;
        await using var host = await WebHost.StartAsync(kestrel: true);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.Address.ToString() });
        var page = await context.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) => refused.AddRange(message.Type is "error" ? [message.Text] : Array.Empty<string>());

        await page.GotoAsync("/docs/");
        await Assertions.Expect(page.GetByText("Push one article or a batch").First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        if (Screenshots is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, "docs.png") });
        }

        Assert.Empty(refused);
    }

    private static async Task<(string Name, string Path)[]> FillAsync(WebHost host)
    {
        await host.Get<IStoryStore>().TrySaveAsync(WebData.Story(), Stop);
        await host.Get<IStoryStore>().TrySaveAsync(WebData.Story("5b", "브리지 프로토콜에서 4,450만 달러 탈취", Severity.High) with { Confirmed = false, ArticleCount = 1, LastSeenAt = WebHost.Now.AddHours(-7) }, Stop);
        await host.Get<IStoryStore>().TrySaveAsync(WebData.Story("5c", "A mixer's developer is sentenced", Severity.Low) with { Facts = StoryFacts.None, Announced = null, LastSeenAt = WebHost.Now.AddHours(-9) }, Stop);
        await host.Get<IHitStore>().AddIfAbsentAsync([WebData.Hit(), WebData.Hit("exchange-hack", "바이비트 해킹 배후는 북한 라자루스", "a2", 240)], Stop);
        foreach (var (name, health, reason) in new[]
        {
            ("cointelegraph.example", SourceHealth.Healthy, null), ("38north.example", SourceHealth.Dead, "410 since 2026-02-11"), ("coindesk.example", SourceHealth.Degraded, "timed out 4 times"),
            ("slowmist.example", SourceHealth.Silent, "nothing new for 9 days, 2 expected"), ("yna.example.kr", SourceHealth.Healthy, null), ("new.example", SourceHealth.New, null),
        })
        {
            await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source(name, health, reason), Stop);
        }

        var active = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var pending = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active("new@example.org", SubscriptionStatus.Pending), Stop))!;
        return
        [
            ("home", "/"),
            ("story", "/stories/" + WebData.StoryId),
            ("search", "/search?q=bybit&severity=high"),
            ("sources", "/sources"),
            ("subscribe", "/subscribe"),
            ("check-mail", "/subscribe/check-mail"),
            ("confirm", "/confirm?token=" + host.Token(TokenPurpose.Confirm, pending)),
            ("preferences", "/preferences?token=" + host.Token(TokenPurpose.Preferences, active)),
            ("erase", "/preferences/erase?token=" + host.Token(TokenPurpose.Preferences, active)),
            ("unsubscribe", "/unsubscribe?token=" + host.Token(TokenPurpose.Unsubscribe, active)),
            ("problems", "/problems"),
            ("inbox", "/inbox"),
            ("mail", "/inbox/first"),
            ("mail-html", "/inbox/second"),
        ];
    }
}
