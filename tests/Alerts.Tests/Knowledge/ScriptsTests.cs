using Alerts.Core.Knowledge;

namespace Alerts.Tests.Knowledge;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("a é ß Я ן ن ﻻ ﬁ ệ Ớ ἀ ა ก", false)]
    [InlineData("한 ᄒ 漢 か カ ｶ 々 Ａ 豈 𠮷", true)]
    [InlineData("𝐁 😀", false)]
    public void Where_words_have_boundaries(string characters, bool isUnspaced) =>
        Assert.All(characters.EnumerateRunes().Where(rune => rune.Value != ' '), rune => Assert.Equal(isUnspaced, Scripts.IsUnspaced(rune)));

    [Theory]
    [InlineData("ệ", "is one letter")]
    [InlineData("é", "is one letter")]
    [InlineData("币", null)]
    [InlineData("𠮷", "is one letter")]
    public void One_ideograph_is_a_word_and_one_letter_is_none(string alias, string? objection)
    {
        var found = AliasRules.Objection(alias, new ConceptAlias(alias, Language: "vi", OnlyInLanguage: true));

        Assert.Equal(objection is null, found is null);
        Assert.EndsWith(objection ?? "", found ?? "", StringComparison.Ordinal);
    }
}
