using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

public sealed class TextSketchTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(number => "word" + ((number * 7919) % 1000))];
    private static readonly string[] Others = [.. Enumerable.Range(0, 400).Select(number => "other" + ((number * 7919) % 1000))];

    public static TheoryData<string, string, bool> Copies => new()
    {
        { "the same", string.Join(' ', Words), true },
        { "retitled", "A new head. " + string.Join(' ', Words), true },
        { "cut to half", string.Join(' ', Words.Take(200)), true },
        { "extended by half", string.Join(' ', Words.Concat(Others.Take(200))), true },
        { "every fifteenth word changed", string.Join(' ', Words.Select((word, at) => at % 15 == 0 ? "changed" + at : word)), true },
        { "another text", string.Join(' ', Others), false },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void Copies_are_alike_and_share_a_band(string how, string copy, bool isCopy)
    {
        var (one, other) = (TextSketch.Of(string.Join(' ', Words))!, TextSketch.Of(copy)!);

        Assert.True(isCopy == one.LikenessTo(other) >= TextSketch.Alike, how);
        Assert.Equal(isCopy, one.Bands.Intersect(other.Bands).Any());
        Assert.Equal(1, TextSketch.Parse(other.ToString())!.LikenessTo(other));
    }

    [Fact]
    public void A_short_text_has_none() => Assert.Null(TextSketch.Of("Hackers stole $70 million"));
}
