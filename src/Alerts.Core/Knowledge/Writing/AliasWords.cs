using System.Diagnostics.CodeAnalysis;

namespace Alerts.Core.Knowledge.Writing;

/// <summary>An alias cut into words, the way texts are.</summary>
internal sealed class AliasWords
{
    public const int MaxWords = 64;

    public const string OneLetter = "would match nearly everything: it is one letter";

    private readonly List<Word> _words = [];
    private readonly char[] _folded = new char[WordFolder.MaxLength];
    private int _foldedLength;

    /// <param name="Start">Where its folded letters begin among the alias's.</param>
    /// <param name="Length">How many they are.</param>
    /// <param name="Ideograph">Whether it is a single Han, Kana or Hangul character.</param>
    /// <param name="GapBefore">What separates it from the word before.</param>
    internal readonly record struct Word(int Start, int Length, bool Ideograph, ulong GapBefore);

    public IReadOnlyList<Word> Words => _words;

    /// <summary>All folded letters, without what stands between the words.</summary>
    public ReadOnlySpan<char> Letters => _folded.AsSpan(0, _foldedLength);

    public char Lead { get; private set; }

    public ReadOnlySpan<char> LettersOf(int from, int to) =>
        _folded.AsSpan(_words[from].Start, _words[to - 1].Start + _words[to - 1].Length - _words[from].Start);

    /// <summary>Whether the words on both sides are alphabetic and may be written together: "Trader Traitor".</summary>
    public static bool Joins(ReadOnlySpan<Word> words, int word) => words[word].GapBefore == Gap.Soft && !words[word].Ideograph && !words[word - 1].Ideograph;

    /// <summary>Cuts the alias, replacing what was here before.</summary>
    /// <param name="objection">Why it cannot be looked for, as the end of a sentence about the alias.</param>
    public bool TryRead(string alias, [NotNullWhen(false)] out string? objection)
    {
        _words.Clear();
        _foldedLength = 0;
        objection = alias.Length > WordFolder.MaxLength ? $"is longer than {WordFolder.MaxLength} characters" : Cut(alias) ?? Missing();
        return objection is null;
    }

    private string? Cut(string alias)
    {
        int previousEnd = -1;
        for (int at = 0; WordReader.TryRead(alias, at, out int start, out int end); at = end)
        {
            if (_words.Count == MaxWords)
                return $"has more than {MaxWords} words (each ideograph is one)";
            int length = WordFolder.Fold(alias.AsSpan(start, end - start), _folded.AsSpan(_foldedLength));
            if (length < 0)
                return $"has more than {WordFolder.MaxLength} letters when its ligatures are written out";
            bool ideograph = Characters.ClassAt(alias, start) == CharacterClass.Ideograph;
            _words.Add(new(_foldedLength, length, ideograph, previousEnd < 0 ? Gap.None : GapBetween(alias, previousEnd, start, ideograph)));
            _foldedLength += length;
            if (previousEnd < 0)
                Lead = start > 0 && alias[start - 1] is '$' or '#' or '@' ? alias[start - 1] : '\0';
            previousEnd = end;
        }
        return null;
    }

    private ulong GapBetween(string alias, int end, int start, bool ideograph)
    {
        ulong gap = Gap.Of(alias.AsSpan(end, start - end));
        // A Latin name and the ideographs next to it are written with or without a space.
        bool scriptsMeet = gap == Gap.None && ideograph != _words[^1].Ideograph;
        return scriptsMeet || gap == Gap.Never ? Gap.Soft : gap;
    }

    private string? Missing()
    {
        if (_foldedLength == 0)
            return "is empty: it has no letter or digit";
        return _foldedLength == 1 && !_words[0].Ideograph && Lead == '\0' ? OneLetter : null;
    }
}
