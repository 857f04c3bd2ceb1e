using Alerts.Core.Matching.Naming;

namespace Alerts.Tests.Matching.Naming;

/// <summary>Those accused whom the knowledge base does not know. All names are invented.</summary>
public sealed class UnlistedAccusedTests
{
    [Theory]
    [InlineData("Treasury sanctions bankers who washed North Korea's stolen crypto", "Chollyong Credit Bank and Ryomyong Trading moved the coins, OFAC says.", "Chollyong Credit Bank", "Ryomyong Trading")]
    [InlineData("Crypto firm sues developer Jo Marchetti over stolen coins", "The lawsuit says that Jo Marchetti drained the protocol.", "Jo Marchetti")]
    public void Firms_in_a_sanction_and_people_who_are_sued_are_named(string title, string text, params string[] names) => Assert.Subset(Names(title, text), names.ToHashSet());

    [Fact]
    public void A_bank_that_a_report_only_names_is_none() => Assert.Empty(Names("North Korea's crypto thefts grow, says report", "Ryomyong Trading is said to know them."));

    private static HashSet<string> Names(string title, string text) => [.. ActorNames.Of(Reading.Matcher.Read(Reading.Article(title, text, "en")))];
}
