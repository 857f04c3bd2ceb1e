using System.Text.Json;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Deciding;
using CsCheck;

namespace Alerts.Tests.Knowledge;

/// <summary>An alias is refused with file and line, or a scanner is made of it: nothing that passes the check stops the matcher.</summary>
public sealed class AliasRulesProperties
{
    private static readonly Gen<string> s_piece = Gen.OneOf(
        "a", "Abc", "A", "3", "٣", "²", "é", "e\u0301", "ß", "ﬁ", "ﬃ", "ﷺ", "盗", "鮮", "북", "\u1100\u1161", "が", "か\u3099", "ｶﾞ", "𠮷", "𝐁", "ह", "ि", "ـ", "ʼ", "ё",
        " ", "-", ".", "。", "$", "#", "“", "\u200B", "\u0301", "😀", "⑴", "㎏");

    private static readonly Gen<string> s_alias = Gen.Frequency(
        (3, s_piece.Array[1, 4].Select(string.Concat)),
        (1, Gen.Select(s_piece.Array[1, 3].Select(string.Concat), Gen.Int[1, 220], (pieces, times) => string.Concat(Enumerable.Repeat(pieces, times)))));

    [Fact]
    public void Whatever_passes_can_be_looked_for() =>
        Gen.Select(s_alias, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (alias, only, inflected, exact, exclusion) =>
            {
                var text = JsonSerializer.Serialize(new
                {
                    format = 1,
                    concepts = new[]
                    {
                        new
                        {
                            id = "a", kind = "theft", name = "A",
                            aliases = new[] { new { texts = new[] { alias }, language = "zh", onlyInLanguage = only, inflected, caseSensitive = exact, exclusion } },
                        },
                    },
                });
                var load = KnowledgeBase.Only(new KnowledgeText("mine.json", text));
                var vocabulary = new Vocabulary(load.Knowledge, []);
                return vocabulary.Knowledge.Aliases.Count + load.Issues.Count == 1;
            },
            iter: 3_000);
}
