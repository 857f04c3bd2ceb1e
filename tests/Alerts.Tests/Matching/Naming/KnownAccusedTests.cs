using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Naming;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Matching.Naming;

public sealed class KnownAccusedTests
{
    [Theory]
    [InlineData("Federal prosecutors in Atlanta indict four North Korean nationals over stolen crypto", "doj-2025-06")]
    [InlineData("North Koreans charged over $740,000 in cryptocurrency stolen from a blockchain startup in Georgia", "doj-2025-06")]
    [InlineData("DOJ: Kim and Jong, two of the North Koreans, withdrew the crypto", "doj-2025-06")]
    [InlineData("U.S. indicts three North Korean hackers for trying to steal $1.3 billion in crypto", "doj-2021-02")]
    [InlineData("Treasury sanctions two Chinese nationals who laundered $91 million in crypto for North Korea", "ofac-2020-03")]
    [InlineData("Treasury sanctions two Chinese nationals who laundered crypto for North Korea", null)]
    [InlineData("Federal prosecutors in Atlanta indict North Korean nationals over stolen crypto", null)]
    [InlineData("Federal prosecutors in Chicago indict four North Korean nationals over stolen crypto", null)]
    [InlineData("Four developers in Atlanta indicted over $740,000 in stolen crypto", null)]
    [InlineData("Four North Koreans hired by an Atlanta crypto startup work on", null)]
    [InlineData("Lichtenstein sentenced for laundering bitcoin stolen from the exchange Bitfinex", "doj-2022-02")]
    [InlineData("Ilya Lichtenstein and Heather Morgan plead guilty to laundering stolen bitcoin", "doj-2022-02")]
    [InlineData("Man sentenced over bitcoin stolen from the exchange Bitfinex", null)]
    [InlineData("Liechtenstein court hears case over bitcoin stolen from the exchange Bitfinex", null)]
    public void Two_marks_or_two_surnames_tell_the_case(string text, string? known) => Assert.Equal(known, Case(text, Some.Now));

    [Fact]
    public void What_is_older_than_the_charge_is_not_about_it() =>
        Assert.Null(Case("Federal prosecutors in Atlanta indict four North Korean nationals over stolen crypto", new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void All_accused_of_a_case_are_known() => Assert.All(KnowledgeBase.BuiltIn.Cases, known => Assert.All(known.Accused, id => Assert.Equal(Kinds.Person, KnowledgeBase.BuiltIn.Find(id)?.Kind)));

    [Theory]
    [InlineData("en", "Four North Koreans and 29 laptops", new[] { 4 })]
    [InlineData("fr", "deux frères arrêtés", new[] { 2 })]
    [InlineData("ko", "북한 해커 3명 기소", new[] { 3 })]
    [InlineData("ru", "задержаны двое граждан", new[] { 2 })]
    [InlineData("en", "two suspects held", new[] { 2 })]
    [InlineData("en", "four exchanges, one man", new int[0])]
    public void People_are_counted(string language, string text, int[] counts) => Assert.Equal(counts, CountedPeople.In(Reading.Matcher.Read(Reading.Article(text, "", language)), 0));

    private static string? Case(string text, DateTimeOffset when) =>
        KnownAccused.CaseOf(Reading.Matcher.Read(Reading.Article(text, text, "en") with { FirstSeenAt = when }))?.Id;
}
