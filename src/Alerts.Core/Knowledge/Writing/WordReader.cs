namespace Alerts.Core.Knowledge.Writing;

/// <summary>Cuts a text into words one at a time: runs of letters and digits, and single ideographs, each with what continues it.</summary>
internal static class WordReader
{
    /// <summary>Finds the first word at or after <paramref name="from"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start++)
        {
            CharacterClass first = Characters.ClassAt(text, start);
            if (first is not (CharacterClass.Letter or CharacterClass.Ideograph))
                continue;
            end = EndOf(text, start, first);
            return true;
        }
        end = start;
        return false;
    }

    /// <summary>Where the word that begins at <paramref name="start"/> with a character of class <paramref name="first"/> ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, CharacterClass first)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            CharacterClass next = Characters.ClassAt(text, end);
            if (next is not (CharacterClass.Continuation or CharacterClass.Ignored) && (next != CharacterClass.Letter || first != CharacterClass.Letter))
                break;
            end++;
        }
        return end;
    }
}
