using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>
/// The lines of a main text without the crumbs around them: section, date and byline in front, invitations behind, "Image 3 of 5" between.
/// A crumb is short and is no sentence.
/// </summary>
internal static partial class ArticleLines
{
    /// <summary>Characters from which a line is a paragraph; scripts that write a word in one or two need fewer.</summary>
    private const int Paragraph = 80;
    private const int DenseParagraph = 30;

    /// <summary>More such lines in a row are a list that belongs to the article.</summary>
    private const int MostInFront = 6;
    private const int MostBehind = 3;

    public static string Join(IReadOnlyList<(string Text, bool IsHeading)> lines)
    {
        var first = 0;
        while (first < lines.Count && !IsBody(lines[first]))
        {
            first++;
        }

        var last = lines.Count - 1;
        while (last > first && !IsBody(lines[last]))
        {
            last--;
        }

        first = first > MostInFront ? 0 : first;
        last = lines.Count - 1 - last > MostBehind ? lines.Count - 1 : last;
        return string.Join('\n', lines.Skip(first).Take(last - first + 1).Select(line => line.Text).Where(text => !Crumb().IsMatch(text)));
    }

    private static bool IsBody((string Text, bool IsHeading) line) =>
        !line.IsHeading && !Crumb().IsMatch(line.Text) && (line.Text.Length >= (IsDense(line.Text) ? DenseParagraph : Paragraph) || IsSentence(line.Text));

    /// <summary>What trails off is a teaser.</summary>
    private static bool IsSentence(string text) => text.Length >= 15 && text[^1] != '…' && SentenceMarks.IsEnd(text[^1]);

    private static bool IsDense(string text) => text.Any(c => char.IsLetter(c) && Scripts.IsUnspaced(c));

    [GeneratedRegex(
        @"^(advert(isement)?|caption|loading( content)?\W*|enlarge image|image \d+ of \d+|image (copyright|caption).*|\(?(image|photo)( credit)?:.{0,80}|share( this.{0,40})?|subscribe|sign (in|up)|comments?|read more\W*|this slideshow requires javascript\.|media playback is unsupported on your device|story continues( below)?.{0,30}|continue reading.{0,60}|related:.{0,120}|read (more|also):.{0,150}|https?://\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Crumb();
}
