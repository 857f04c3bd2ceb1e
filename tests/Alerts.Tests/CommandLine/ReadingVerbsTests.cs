using Alerts.Core.Articles;
using Alerts.Core.Hits;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.CommandLine;

public sealed class ReadingVerbsTests(AzuriteFixture azurite)
{
    private const string Theft = "Hackers steal $44 million from the exchange CoinDCX\nNorth Korea's Lazarus Group stole $44 million in crypto from the Indian exchange CoinDCX, investigators said on Monday.";

    [Fact]
    public async Task Check_says_yes_and_why_of_a_text()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        var file = shell.Write("article.txt", Theft);

        var (exit, text, _) = await shell.RunAsync($"check \"{file}\"");
        var decided = await shell.JsonAsync($"check \"{file}\"");

        Assert.Equal(0, exit);
        Assert.All(["victims  CoinDCX", "yes dprk-crypto", "yes exchange-hack", "$44 million", "Lazarus Group"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(["dprk-crypto", "exchange-hack"], decided.GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()).Order());
    }

    [Theory]
    [InlineData("check nowhere.txt", 2, "'nowhere.txt' is neither a URL nor a file that is there")]
    [InlineData("check http://169.254.169.254/", 1, "The page could not be had")]
    [InlineData("hits --take 0", 2, "--take must be a number from 1")]
    [InlineData("hits --entity Nobodycoin", 2, "Nothing is known by the name 'Nobodycoin'")]
    [InlineData("hits --since yesterday-ish", 2, "")]
    [InlineData("hits", 0, "No hits.")]
    [InlineData("knowledge show \"Citrine Sleet\"", 0, "Microsoft")]
    [InlineData("knowledge show \"Jade Sleet\"", 0, "under: Lazarus umbrella > Reconnaissance General Bureau > North Korea")]
    [InlineData("knowledge show Bybit", 0, "theft 2025-02-21 Bybit")]
    [InlineData("knowledge show nobody", 1, "Nothing is known by the name 'nobody'")]
    [InlineData("knowledge check", 0, "0 issues")]
    [InlineData("knowledge check nowhere.json", 1, "There is no file")]
    [InlineData("topics test nowhere.topic", 2, "There is no file nowhere.topic")]
    public async Task Each_verb_answers_in_words(string line, int exit, string word)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var answer = await shell.RunAsync(line);

        Assert.Equal((exit, true), (answer.Exit, (answer.Out + answer.Error).Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_with_an_error_names_file_line_and_column()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        var file = shell.Write("acme.topic", "\"Acme Custody\" and\n  (kind:theft");

        var (exit, _, error) = await shell.RunAsync($"topics test \"{file}\"");

        Assert.Equal(1, exit);
        Assert.StartsWith($"{file}(2,", error, StringComparison.Ordinal);
        Assert.Contains("; expected ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_tried_on_what_is_stored()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        var now = TimeProvider.System.GetUtcNow();
        await shell.Get<IArticleStore>().SaveAsync([Some.Article() with { Title = "Acme Custody loses funds", FirstSeenAt = now, ReadAt = now, Text = "Thieves stole $3 million from Acme Custody." }], CancellationToken.None);
        var file = shell.Write("acme.topic", "\"Acme Custody\"");

        var (exit, text, error) = await shell.RunAsync($"topics test \"{file}\" --days 2");

        Assert.True(exit == 0, error);
        Assert.Contains("Acme Custody loses funds", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_are_listed_with_their_reason_and_narrowed()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await shell.Get<IHitStore>().AddIfAbsentAsync([Some.Hit(1, "dprk-crypto"), Some.Hit(2, "exchange-hack")], CancellationToken.None);

        var all = await shell.RunAsync("hits");
        var one = await shell.JsonAsync("hits --topic dprk-crypto");

        Assert.Contains("because Names Lazarus Group beside a theft.", all.Out, StringComparison.Ordinal);
        Assert.Equal("dprk-crypto", Assert.Single(one.EnumerateArray()).GetProperty("topic").GetString());
    }
}
