using Alerts.Core.Knowledge.Writing;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Tests.Matching.Scanning;

/// <summary>
/// The same answer without any index: each spelling of each alias is tried at each word. Shares the reading of characters with the
/// scanner, and nothing of the graph, the hashes, the filter, the chunks and the vector code.
/// </summary>
internal sealed class NaiveScanner
{
    private readonly List<(string Alias, string Written, int Id, AliasForm Form, string? Language)> _spellings = [];

    public NaiveScanner Add(string alias, int id, AliasForm form = AliasForm.Word, string? language = null)
    {
        _spellings.Add((alias, alias, id, form, language));
        foreach (string? cut in new[] { AliasCut.AtHumps(alias), AliasCut.BeforeNumber(alias) })
        {
            if (cut is not null)
                _spellings.Add((alias, cut, id, form, language));
        }
        return this;
    }

    public List<AliasOccurrence> Scan(string text)
    {
        List<(int Start, int End)> words = [];
        for (int at = 0; WordReader.TryRead(text, at, out int start, out int end); at = end)
            words.Add((start, end));

        HashSet<AliasOccurrence> found = [];
        foreach (var (alias, written, id, form, language) in _spellings)
        {
            var cut = new AliasWords();
            if (!cut.TryRead(written, out _))
                continue;
            bool atHumps = written == AliasCut.AtHumps(alias);
            for (int i = 0; i < words.Count; i++)
            {
                foreach (int last in EndsOf(text, words, i, cut, 0, language, form.HasFlag(AliasForm.Inflected)).Distinct())
                {
                    int start = words[i].Start, end = words[last].End;
                    if (!Spelled(text[start..end], alias, cut, form, language, atHumps) || !Bounded(text, words, i, last, form))
                        continue;
                    while (Characters.ClassOf(text[end - 1]) == CharacterClass.Ignored)
                        end--;
                    if (cut.Lead != '\0' && (start == 0 || text[--start] != cut.Lead))
                        continue;
                    found.Add(new(id, start, end - start));
                }
            }
        }
        return [.. found.OrderBy(f => f.Start).ThenByDescending(f => f.Length).ThenBy(f => f.Id)];
    }

    // The text's words at which the alias can end when its word `from` is to begin with the text's word `at`.
    private static IEnumerable<int> EndsOf(string text, List<(int Start, int End)> words, int at, AliasWords alias, int from, string? language, bool inflected)
    {
        if (at == words.Count || (from > 0 && !GapFits(Gap.Of(text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End)), alias.Words[from].GapBefore)))
            yield break;
        string word = Folded(text[words[at].Start..words[at].End]);
        int count = alias.Words.Count;
        for (int to = from + 1; to <= count; to++)
        {
            bool together = Enumerable.Range(from + 1, to - from - 1).All(word => AliasWords.Joins([.. alias.Words], word));
            bool allowed = to - from <= 2 || (from == 0 && to == count);
            if (!together || !allowed || !FormsOf(alias, from, to, language, inflected).Contains(word))
                continue;
            if (to == count)
                yield return at;
            else
            {
                foreach (int end in EndsOf(text, words, at + 1, alias, to, language, inflected))
                    yield return end;
            }
        }
    }

    private static bool GapFits(ulong written, ulong wanted) => written == wanted || (written == Gap.None && wanted == Gap.Soft);

    private static IEnumerable<string> FormsOf(AliasWords alias, int from, int to, string? language, bool inflected)
    {
        string run = alias.LettersOf(from, to).ToString();
        string last = alias.LettersOf(to - 1, to).ToString();
        if (!inflected || alias.Words[to - 1].Ideograph)
            return [run];
        WordForms forms = InflectionEndings.FormsOf(last, language);
        return forms.Endings.Select(ending => run[..^last.Length] + forms.Stem + ending);
    }

    private static bool Spelled(string written, string alias, AliasWords words, AliasForm form, string? language, bool atHumps)
    {
        bool exact = form.HasFlag(AliasForm.CaseSensitive) || (atHumps && written.Any(char.IsWhiteSpace));
        string own = Folded(alias, keepCase: true);
        if (!exact)
            return true;
        return form.HasFlag(AliasForm.Inflected) ? SpelledFrom(Folded(written, keepCase: true), own, words, 0, language) : Folded(written, keepCase: true) == own;
    }

    private static bool SpelledFrom(string written, string own, AliasWords words, int word, string? language)
    {
        if (word == words.Words.Count)
            return written.Length == 0;
        // Keeping case changes no letter count but for ß, which such an alias then may not have.
        string letters = own.Length == words.Letters.Length ? own.Substring(words.Words[word].Start, words.Words[word].Length) : words.LettersOf(word, word + 1).ToString();
        WordForms forms = words.Words[word].Ideograph ? WordForms.Only(letters) : InflectionEndings.FormsOf(letters, language);
        return forms.Endings.Select(ending => forms.Stem + ending).Distinct()
            .Any(form => written.StartsWith(form, StringComparison.Ordinal) && SpelledFrom(written[form.Length..], own, words, word + 1, language));
    }

    private static bool Bounded(string text, List<(int Start, int End)> words, int first, int last, AliasForm form)
    {
        if (form.HasFlag(AliasForm.Substring))
            return true;
        if (first > 0 && Continues(text, words, first - 1))
            return false;
        string following = "";
        for (int i = last; i + 1 < words.Count && Continues(text, words, i); i++)
        {
            // One that is too long to be read is there all the same.
            if (Folded(text[words[i + 1].Start..words[i + 1].End]) is not { Length: > 0 } next)
                return false;
            following += next;
        }
        return following.Length == 0
            || (Hangul(text, words[last].Start) && KoreanParticles.MayFollow(following, form.HasFlag(AliasForm.Inflected)));
    }

    // Whether the word after this one goes on where it ends, in the same script without spaces.
    private static bool Continues(string text, List<(int Start, int End)> words, int word) =>
        words[word].End == words[word + 1].Start && Ideograph(text, words[word].Start) && Ideograph(text, words[word + 1].Start)
        && Hangul(text, words[word].Start) == Hangul(text, words[word + 1].Start);

    private static bool Ideograph(string text, int at) => Characters.ClassAt(text, at) == CharacterClass.Ideograph;

    private static bool Hangul(string text, int at) => Characters.IsHangul(Characters.Fold(text[at]));

    private static string Folded(string text, bool keepCase = false)
    {
        Span<char> folded = stackalloc char[4096];
        int length = WordFolder.FoldAll(text, folded, keepCase);
        return length < 0 ? "" : folded[..length].ToString();
    }
}
