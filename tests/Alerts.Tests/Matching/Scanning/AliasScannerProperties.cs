using System.Text;
using Alerts.Core.Matching.Scanning;
using CsCheck;

namespace Alerts.Tests.Matching.Scanning;

/// <summary>Random aliases in random texts: whatever the fast scanner does, the naive one finds the same.</summary>
public sealed class AliasScannerProperties
{
    // Few enough that aliases occur in texts, and every class of character among them, at its edges.
    private static readonly string[] s_pieces =
    [
        "a", "ab", "b", "Trader", "traitor", "TRADER", "APT", "38", "3", "é", "e\u0301", "ß", "ss", "ﬁ", "fi", "Ａ", "Ｂ", "ё", "е", "北", "朝", "鲜", "鮮",
        "북", "한", "산", "의", "에서", "\u1107\u116E\u11A8", "コ", "ン", "が", "ｶﾞ", "ガ", "𠮷", "𝐁", "к", "кий", "ими", "корейск", "α", "ς", "Σ", "ن",
        " ", " ", " ", " ", "-", "_", "'", "’", "–", "—", ".", ". ", ", ", "{", "$", "\n", "\r\n", "\n\n", "\u00A0", "\u3000", "\u200B", "\u00AD", "\u200F",
        "\uFE0F", "\u0301", "\uD800", "\uDC00", "😀", "        ", "xxxxxxxxxxxxxxxxxx",
    ];

    private static readonly Gen<string> s_piece = Gen.OneOf(s_pieces);

    private static readonly Gen<AliasForm> s_form =
        Gen.OneOf(AliasForm.Word, AliasForm.Word, AliasForm.CaseSensitive, AliasForm.Substring, AliasForm.Inflected);

    private static readonly Gen<(string Alias, AliasForm Form)> s_alias = Gen.Select(s_piece.Array[1, 6].Select(string.Concat), s_form);

    [Fact]
    public void Short_texts() => Check(s_piece.Array[0, 40].Select(string.Concat), 3_000);

    [Fact]
    public void Texts_longer_than_a_chunk() =>
        Check(Gen.Select(s_piece.Array[20, 60].Select(string.Concat), Gen.Int[3_900, 4_200], Gen.OneOf(' ', 'x', '北', '\u0301', '\u200B')).Select(
            (tail, length, filler) => "trader " + new string(filler, length) + tail + new string(filler, length / 2) + tail), 150);

    [Fact]
    public void Texts_of_many_words() =>
        Check(Gen.OneOf("a ", "trader-traitor ", "북한의 ", "朝鲜", "корейский ").Array[1_000, 3_000].Select(string.Concat), 25);

    private static void Check(Gen<string> texts, long times) =>
        Gen.Select(s_alias.Array[1, 8], texts).Sample(
            (aliases, text) => Agree(aliases, text), iter: times,
            print: t => $"{string.Join(" ; ", t.Item1.Select(a => $"{Escape(a.Alias)} {a.Form}"))} in {Escape(t.Item2)}");

    private static bool Agree((string Alias, AliasForm Form)[] aliases, string text)
    {
        var builder = new AliasScannerBuilder();
        var naive = new NaiveScanner();
        for (int id = 0; id < aliases.Length; id++)
        {
            (string alias, AliasForm form) = aliases[id];
            try
            {
                builder.Add(alias, id, form, "ru");
                naive.Add(alias, id, form, "ru");
            }
            catch (ArgumentException)
            {
                // Refused by both.
            }
        }
        return AliasScannerTests.Scan(builder.Build(), text).SequenceEqual(naive.Scan(text));
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text.Length > 500 ? text[..500] + "…" : text)
            escaped.Append(c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}");
        return escaped.ToString();
    }
}
