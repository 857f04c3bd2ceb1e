using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Microsoft.Playwright;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web.Browser;

public sealed class SignUpInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Id = Subscription.IdOf(ChannelKind.Email, "reader@example.org");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sign_up_confirm_prefer_and_leave(bool javaScript)
    {
        var browser = chromium.Browser;
        await using var host = await WebHost.StartAsync(kestrel: true);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.Address.ToString(), JavaScriptEnabled = javaScript });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Subscribe by email" }).ClickAsync();
        await page.GetByLabel("Email address").FillAsync("reader@example.org");
        await page.GetByLabel("Hacks of exchanges and protocols").UncheckAsync();
        await page.GetByLabel("How often").SelectOptionAsync("Daily");
        await page.GetByLabel("Time zone").FillAsync("Asia/Seoul");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send me the confirmation" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Check your mail");
        var pending = await FindAsync(host);
        Assert.Equal((SubscriptionStatus.Pending, Cadence.Daily, "Asia/Seoul"), (pending.Status, pending.Cadence, pending.TimeZone));
        Assert.Equal(["dprk-crypto"], pending.Topics);

        await page.GotoAsync("/confirm?token=" + host.Token(TokenPurpose.Confirm, pending));
        Assert.Equal(SubscriptionStatus.Pending, (await FindAsync(host)).Status);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Yes, subscribe me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You are subscribed");
        Assert.Equal(SubscriptionStatus.Active, (await FindAsync(host)).Status);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Preferences" }).ClickAsync();
        await page.GetByLabel("Watch list").FillAsync("Upbit\nBithumb");
        await page.GetByLabel("Korean").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
        await Assertions.Expect(page.GetByLabel("Watch list")).ToHaveValueAsync("Upbit\nBithumb");
        Assert.Equal(["ko"], (await FindAsync(host)).Languages);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Unsubscribe" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You are unsubscribed");
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host)).Status);
        Assert.Empty(await context.CookiesAsync());
    }

    private static async Task<Subscription> FindAsync(WebHost host) => (await host.Get<ISubscriptionStore>().GetAsync(Id, Stop))!;
}
