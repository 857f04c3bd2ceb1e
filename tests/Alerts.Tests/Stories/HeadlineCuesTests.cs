using System.Reflection;
using Alerts.Core.Stories;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories;

/// <summary>What the words of headlines of our own mean, in the languages of the press.</summary>
public sealed class HeadlineCuesTests
{
    [Fact]
    public void The_words_of_headlines_are_well_formed() => Assert.Equal([], HeadlineCues.Load().Issues.Select(issue => issue.ToString()));

    [Fact]
    public void Code_knows_every_concept_of_the_file_and_no_other() => Assert.Equal(
        HeadlineCues.Load().Knowledge.Concepts.Select(concept => concept.Id).Order(StringComparer.Ordinal),
        typeof(HeadlineCues).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en", "Police arrest two over exchange hack", "authorities: Police|arrests: arrest|deed: hack")]
    [InlineData("en", "Sanctioned crypto exchange halts trading", "describes: Sanctioned crypto exchange|halts: halts")]
    [InlineData("de", "Kryptobörse stellt Insolvenzantrag", "bankrupt: Insolvenzantrag")]
    [InlineData("de", "Hacker zu Haftstrafe verurteilt", "thief: Hacker|sentences: Haftstrafe|sentences: verurteilt")]
    [InlineData("es", "Detenidos por el robo devuelven los fondos", "arrests: Detenidos|deed: robo|returns: devuelven")]
    [InlineData("fr", "Tether gèle les fonds dérobés", "freezes: gèle|stolen: dérobés")]
    [InlineData("it", "L’exchange torna quasi alla normalità", "restores: torna quasi alla normalità")]
    [InlineData("pt", "Corretora encerra as atividades", "closes: encerra")]
    [InlineData("ru", "Взломщик вернул средства, суд его оправдал", "thief: Взломщик|returns: вернул|court: суд|acquits: оправдал")]
    [InlineData("ko", "거래소 해킹범에 징역 5년 선고", "sentences: 징역|sentences: 선고")]
    [InlineData("ko", "한미일 \"북한 소행\" 공동성명", "government: 한미일|blames: 소행|joint-statement: 공동성명")]
    [InlineData("ja", "流出した資産を全額補償、取引を再開", "promises: 全額補償|restores: 再開")]
    [InlineData("zh", "交易所宣布破产，警方冻结资金", "bankrupt: 破产|authorities: 警方|freezes: 冻结")]
    public void A_headlines_words_by_language(string language, string title, string expected) => Assert.Equal(expected, Render(language, title));

    [Theory]
    [InlineData("en", "Lazarus is behind it", "convicts: is behind")]
    [InlineData("en", "Traders returned to work", "comes-back: returned to work")]
    [InlineData("en", "Exchange is back to normal", "restores: back to normal")]
    public void A_longer_phrase_means_something_else_than_the_word_in_it(string language, string title, string expected) => Assert.Equal(expected, Render(language, title));

    [Theory]
    [InlineData("en", "Hacks surge")]
    [InlineData("en", "Tell us more")]
    [InlineData("ru", "Хакер вернулся")]
    public void Words_that_look_alike_are_none(string language, string title) => Assert.DoesNotContain(HeadlineCues.In(Reading.Matcher.Read(Reading.Article(title, "", language))), cue =>
        cue.Id is HeadlineCues.Warns or HeadlineCues.Government or HeadlineCues.Returns);

    private static string Render(string language, string title) =>
        string.Join('|', HeadlineCues.In(Reading.Matcher.Read(Reading.Article(title, "", language))).Select(cue => $"{cue.Id}: {title[cue.Start..cue.End]}"));
}
