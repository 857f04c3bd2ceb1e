using System.Text;

namespace Alerts.Core.Knowledge;

/// <summary>What has to be known of the script of a character, in one place for all who ask where words end.</summary>
public static class Scripts
{
    /// <summary>Radicals, the first of the blocks that East Asia writes in.</summary>
    private const char FirstEastAsian = '\u2E80';

    /// <summary>
    /// Han, kana, Hangul and what stands among them, full-width forms and halves of pairs too: words follow one another without spaces there, or particles follow
    /// words, so that no boundary can be asked for. Alphabets have boundaries however high their letters lie: Vietnamese ones (U+1EA0 and on), ancient Greek ones,
    /// ligatures and Arabic forms for display. Thai, Lao, Khmer and Burmese are not read here.
    /// </summary>
    public static bool IsUnspaced(char c) => c < FirstEastAsian ? c is >= '\u1100' and <= '\u11FF' : c is not ((>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF'));

    /// <summary>Beyond the first plane only the ideographs are.</summary>
    public static bool IsUnspaced(Rune rune) => rune.IsBmp ? IsUnspaced((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x3FFFF;
}
