using System.Text;

namespace Alerts.Core.Knowledge.Writing;

/// <summary>Writes a word in the form in which words are compared.</summary>
internal static class WordFolder
{
    /// <summary>Longer words match nothing: no alias is as long, and a text of one endless word costs nothing.</summary>
    public const int MaxLength = 256;

    private const int BufferLength = MaxLength * 2;

    /// <summary>Folds the word as read (marks, ignored characters and all) into <paramref name="output"/>; -1 when it does not fit.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> output, bool keepCase = false)
    {
        if (word.Length > MaxLength)
            return -1;
        int length = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            CharacterClass kind = Characters.ClassOf(c);
            if (kind is CharacterClass.Continuation or CharacterClass.Surrogate)
                return Compose(word, output, keepCase);
            if (kind == CharacterClass.Ignored)
                continue;
            if (!Append(c, output, ref length, keepCase))
                return -1;
        }
        return length;
    }

    /// <summary>Folds all words of a text one after the other, without what stands between them; -1 when they do not fit.</summary>
    public static int FoldAll(ReadOnlySpan<char> text, Span<char> output, bool keepCase = false)
    {
        int length = 0;
        for (int at = 0; WordReader.TryRead(text, at, out int start, out int end); at = end)
        {
            int written = Fold(text[start..end], output[length..], keepCase);
            if (written < 0)
                return -1;
            length += written;
        }
        return length;
    }

    private static int Compose(ReadOnlySpan<char> word, Span<char> output, bool keepCase)
    {
        Span<char> kept = stackalloc char[MaxLength];
        Span<char> composed = stackalloc char[BufferLength];
        int count = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (Characters.ClassAt(word, i) != CharacterClass.Ignored)
                kept[count++] = word[i];
            else if (char.IsHighSurrogate(word[i]))
                i++;
        }
        // A word never holds half a surrogate pair, which would be refused here.
        if (!kept[..count].TryNormalize(composed, out int written, NormalizationForm.FormKC))
            return -1;
        int length = 0;
        foreach (char c in composed[..written])
        {
            if (!Append(c, output, ref length, keepCase))
                return -1;
        }
        return length;
    }

    private static bool Append(char c, Span<char> output, ref int length, bool keepCase)
    {
        char folded = Characters.Fold(c, keepCase);
        if (folded != '\0')
        {
            if (length == output.Length)
                return false;
            output[length++] = folded;
            return true;
        }
        string expansion = Characters.Expand(c);
        if (!expansion.TryCopyTo(output[length..]))
            return false;
        length += expansion.Length;
        return true;
    }
}
