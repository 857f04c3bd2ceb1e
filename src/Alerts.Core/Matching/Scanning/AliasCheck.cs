using System.Text;
using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Whether what the hashes led to is the alias, letter by letter, and stands as its form asks.</summary>
internal static class AliasCheck
{
    private const int BufferLength = WordFolder.MaxLength * 2;

    public static bool Holds(ReadOnlySpan<char> text, int start, int end, ReadOnlySpan<char> letters, AliasForm form, AliasDetail? detail)
    {
        ReadOnlySpan<char> written = text[start..end];
        return detail is null ? Spells(written, letters) : SpelledAs(written, letters, form, detail) && Bounded(text, start, end, form, detail);
    }

    private static bool SpelledAs(ReadOnlySpan<char> written, ReadOnlySpan<char> letters, AliasForm form, AliasDetail detail)
    {
        bool isCut = detail.CutAtHumps && HasSpace(written);
        bool keepCase = isCut || (form & AliasForm.CaseSensitive) != 0;
        if (!keepCase && detail.Forms is null)
            return Spells(written, letters);
        Span<char> folded = stackalloc char[BufferLength];
        int length = WordFolder.FoldAll(written, folded, keepCase);
        if (length < 0)
            return false;
        return detail.Forms is null ? folded[..length].SequenceEqual(detail.Exact) : WordForms.Spell(isCut ? detail.CutForms : detail.Forms, folded[..length]);
    }

    private static bool Spells(ReadOnlySpan<char> written, ReadOnlySpan<char> letters)
    {
        if (!Ascii.IsValid(written))
            return SpellsFolded(written, letters);
        int at = 0;
        foreach (char c in written)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                continue;
            if (at == letters.Length || letters[at++] != (c | 0x20))
                return false;
        }
        return at == letters.Length;
    }

    private static bool SpellsFolded(ReadOnlySpan<char> written, ReadOnlySpan<char> letters)
    {
        Span<char> folded = stackalloc char[BufferLength];
        int length = WordFolder.FoldAll(written, folded);
        return length >= 0 && folded[..length].SequenceEqual(letters);
    }

    private static bool HasSpace(ReadOnlySpan<char> written)
    {
        foreach (char c in written)
        {
            if (Characters.ClassOf(c) is CharacterClass.Space or CharacterClass.LineBreak)
                return true;
        }
        return false;
    }

    private static bool Bounded(ReadOnlySpan<char> text, int start, int end, AliasForm form, AliasDetail detail)
    {
        if (detail.Lead != '\0' && (start == 0 || Characters.Fold(text[start - 1]) != detail.Lead))
            return false;
        return (!detail.BoundedStart || StartsWord(text, start)) && (!detail.BoundedEnd || EndsWord(text, start, end, (form & AliasForm.Inflected) != 0));
    }

    // Han and Kana go on in one another, Hangul only in Hangul.
    private static bool StartsWord(ReadOnlySpan<char> text, int start)
    {
        int before = start - 1;
        while (before >= 0 && Characters.ClassAt(text, before) is CharacterClass.Ignored or CharacterClass.Continuation)
            before--;
        return before < 0 || Characters.ClassAt(text, before) != CharacterClass.Ideograph || IsHangul(text, before) != IsHangul(text, start);
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int start, int end, bool inflected)
    {
        int last = LastIdeograph(text, start, end);
        if (!IsHangul(text, last))
            return end == text.Length || Characters.ClassAt(text, end) != CharacterClass.Ideograph || IsHangul(text, end);
        Span<char> continuation = stackalloc char[KoreanParticles.MaxLength + BufferLength];
        int length = 0;
        for (int at = end; at < text.Length && Characters.ClassAt(text, at) == CharacterClass.Ideograph && IsHangul(text, at);)
        {
            int next = WordReader.EndOf(text, at, CharacterClass.Ideograph);
            int written = length > KoreanParticles.MaxLength ? -1 : WordFolder.Fold(text[at..next], continuation[length..]);
            if (written < 0)
                return false;
            length += written;
            at = next;
        }
        return length == 0 || KoreanParticles.MayFollow(continuation[..length], inflected);
    }

    private static int LastIdeograph(ReadOnlySpan<char> text, int start, int end)
    {
        int last = end - 1;
        while (last > start && Characters.ClassAt(text, last) != CharacterClass.Ideograph)
            last--;
        return last;
    }

    private static bool IsHangul(ReadOnlySpan<char> text, int at) => Characters.IsHangul(Characters.Fold(text[at]));
}
