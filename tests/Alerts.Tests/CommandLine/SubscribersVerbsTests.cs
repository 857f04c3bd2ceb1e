using Alerts.Core.Subscriptions;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.CommandLine;

public sealed class SubscribersVerbsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_reader_is_added_shown_exported_and_erased()
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var added = await shell.RunAsync("subscribers add Desk@Example.org --topic dprk-crypto --cadence daily --time-zone Asia/Kolkata --watch Upbit --severity high");
        var shown = await shell.RunAsync("subscribers show desk@example.org");
        var exported = await shell.RunAsync("subscribers export desk@example.org");
        var erased = await shell.RunAsync("subscribers erase desk@example.org");
        var again = await shell.RunAsync("subscribers add desk@example.org");

        Assert.Equal((0, ""), (added.Exit, added.Error));
        Assert.All(["daily at 08:00 Asia/Kolkata, from high on", "Upbit", "by operator"], part => Assert.Contains(part, shown.Out, StringComparison.Ordinal));
        Assert.Contains("Desk@Example.org", exported.Out, StringComparison.Ordinal);
        Assert.Equal(0, erased.Exit);
        Assert.Equal((1, true), (again.Exit, again.Error.Contains("only they can sign it up again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_endpoint_is_added_with_a_secret_that_is_shown_once()
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var added = await shell.RunAsync("subscribers add https://siem.example.org/hook");
        var shown = await shell.RunAsync("subscribers show https://siem.example.org/hook --json");

        Assert.Contains("Its signing secret, shown only now: whsec_", added.Out, StringComparison.Ordinal);
        Assert.Equal(0, shown.Exit);
        Assert.DoesNotContain("whsec_", shown.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscribers add nobody", "is neither an email address nor the URL of a webhook")]
    [InlineData("subscribers add desk@example.org --topic dprk", "topics")]
    [InlineData("subscribers add desk@example.org --time-zone Europe/Berln", "Europe/Berlin")]
    [InlineData("subscribers add desk@example.org --severity grave", "minimumSeverity must be one of low, medium, high, critical")]
    [InlineData("subscribers add http://siem.example.org/hook", "webhooks go over https only")]
    [InlineData("subscribers add https://127.0.0.1/hook", "cannot be called")]
    [InlineData("subscribers add desk@example.org --cadence fortnightly", "")]
    public async Task What_cannot_be_told_is_refused_with_the_reason_and_nothing_is_kept(string line, string reason)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var (exit, _, error) = await shell.RunAsync(line);

        Assert.Equal(2, exit);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty((await shell.Get<ISubscriptionStore>().ListAsync(10, null, CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("subscribers show nobody@example.org")]
    [InlineData("subscribers export nobody@example.org")]
    [InlineData("subscribers erase nobody@example.org")]
    public async Task Who_is_not_there_is_said_not_to_be(string line)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var (exit, _, error) = await shell.RunAsync(line);

        Assert.Equal(1, exit);
        Assert.Contains("There is no subscription of 'nobody@example.org'", error, StringComparison.Ordinal);
    }
}
