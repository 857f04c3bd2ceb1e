namespace Alerts.Core.Matching.Naming;

/// <param name="Known">The kind of a concept that covers the word, null where the knowledge base does not know it.</param>
/// <param name="Starts">First of its sentence, or after a colon, a long dash or a bar, where any word may have a capital.</param>
/// <param name="Breaks">Punctuation stands before it: it belongs to no name with the word before.</param>
/// <param name="Comma">That punctuation is a comma.</param>
internal readonly record struct NameToken(string Word, int Start, string? Known, bool Starts, bool Breaks, bool Comma)
{
    public int End => Start + Word.Length;

    /// <summary>Written like a name: a capital or a digit among letters.</summary>
    public bool IsCapital => char.IsUpper(Word[0]) || (char.IsLetterOrDigit(Word[0]) && Word.Skip(1).Any(char.IsUpper)) || (char.IsDigit(Word[0]) && Word.Any(char.IsLetter));

    /// <summary>"FooSwap", "zkLend", "0VIX": no ordinary word looks so.</summary>
    public bool IsCoined => Word.Length > 2 && Word.Any(char.IsLower) && HasHump(Word);

    private static bool HasHump(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (char.IsUpper(word[at]) && word[at - 1] != '-') return true;
        }

        return false;
    }
}
