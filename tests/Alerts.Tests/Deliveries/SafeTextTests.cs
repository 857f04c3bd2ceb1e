using System.Globalization;
using System.Text;
using Alerts.Core.Delivery;
using CsCheck;

namespace Alerts.Tests.Deliveries;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" a  b\t\r\n c ", "a b c")]
    [InlineData("Hi\r\nBcc: eve@example.org", "Hi Bcc: eve@example.org")]
    [InlineData("a\u2028b\u2029c\u0085d", "a b c d")]
    [InlineData("gpj.\u202Eexe", "gpj.exe")]
    [InlineData("\u2066x\u2069\u200E\uFEFF", "x")]
    [InlineData("nul\0 bell\a esc\u001b[31m", "nul bell esc[31m")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩\u200D💻 𝒳 한국", "👩\u200D💻 𝒳 한국")]
    public void A_line_keeps_the_words_and_nothing_that_steers(string? text, string line) => Assert.Equal(line, SafeText.Line(text, 100));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_it() => Assert.Equal("lone \uFFFD half", SafeText.Line($"lone {'\uD800'} half", 100));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("ab 👩\u200D💻", 5, "ab…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    public void A_long_line_is_cut_between_characters(string text, int length, string line) => Assert.Equal(line, SafeText.Line(text, length));

    [Theory]
    [InlineData(" were ", " were ")]
    [InlineData("were", "were")]
    [InlineData("  \n", " ")]
    [InlineData("", "")]
    public void A_piece_keeps_one_blank_at_its_ends(string text, string piece) => Assert.Equal(piece, SafeText.Piece(text, 100));

    [Fact]
    public void Whatever_comes_in_one_clean_line_comes_out() => Gen.Select(Gen.String, Gen.Int[1, 50]).Sample((text, length) =>
    {
        var line = SafeText.Line(text, length);
        return line.Length <= length
            && line.EnumerateRunes().All(rune => rune.Value is 0x200C or 0x200D || (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)))
            && SafeText.Line(line, length) == line;
    });
}
