using Alerts.Core.Auditing;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.CommandLine;

public sealed class StoriesVerbsTests(AzuriteFixture azurite)
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Incidents_are_listed_and_one_is_told_with_who_disagrees()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await ShippedIncidents.AddToAsync(shell.Get<IIncidentStore>(), Stop);

        var listed = await shell.RunAsync("incidents --take 2");
        var told = await shell.RunAsync("incidents show uwu-lend-2024-06");
        var json = await shell.JsonAsync("incidents show nobitex-2025-06");
        var absent = await shell.RunAsync("incidents show absent");
        var wrong = await shell.RunAsync("incidents --take 0");

        Assert.Equal(["bitget-2026-09", "afx-bridge-2026-07"], listed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Contains("$352 million to $388 million", listed.Out, StringComparison.Ordinal);
        Assert.Contains("MSMT report: North Korea; tayvano: not North Korea", told.Out, StringComparison.Ordinal);
        Assert.Equal((48_600_000m, 100_000_000m), (json.GetProperty("facts").GetProperty("amountUsdLow").GetDecimal(), json.GetProperty("facts").GetProperty("amountUsdHigh").GetDecimal()));
        Assert.Equal((1, true), (absent.Exit, absent.Error.Contains("absent", StringComparison.Ordinal)));
        Assert.Equal((2, true), (wrong.Exit, wrong.Error.Contains("--take", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stories_are_shown_merged_and_split_and_what_cannot_be_done_is_said()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        var phemex = await JoinAsync(shell, "one", "Hackers stole $70 million from the crypto exchange Phemex");
        var bingx = await JoinAsync(shell, "two", "Hackers stole $45 million from the crypto exchange BingX");

        var merged = await shell.RunAsync($"stories merge {bingx} {phemex}");
        var twice = await shell.RunAsync($"stories merge {bingx} {phemex}");
        var itself = await shell.RunAsync($"stories merge {phemex} {phemex}");
        var shown = await shell.RunAsync($"stories show {phemex}");
        var split = await shell.RunAsync($"stories split {phemex} two");
        var later = await JoinAsync(shell, "two", "Hackers stole $45 million from the crypto exchange BingX");
        var unknown = await shell.RunAsync($"stories split {phemex} absent");
        var nowhere = await shell.RunAsync("stories show absent");

        Assert.Equal((0, 0, 1, 0, 0, 1, 1), (merged.Exit, twice.Exit, itself.Exit, shown.Exit, split.Exit, unknown.Exit, nowhere.Exit));
        Assert.Contains("because opened the story", shown.Out, StringComparison.Ordinal);
        Assert.Contains("There is no article absent", unknown.Error, StringComparison.Ordinal);
        Assert.NotEqual(phemex, later);
        Assert.Equal(["mergeStory", "mergeStory", "splitStory"], (await shell.Get<IAuditLog>().ListAsync(10, null, Stop)).Items.Select(entry => entry.Act.Action).Reverse());
    }

    private static async Task<string> JoinAsync(Shell shell, string id, string title)
    {
        var reading = Matcher.Read(Some.Article() with { Id = id, Title = title, Text = "", Summary = "", Language = "en", StoryId = null });
        return (await new StoryJoiner(shell.Get<IStoryStore>()).JoinAsync([reading], Stop))[0].Story.Id;
    }
}
