using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Collects aliases and makes the scanner that finds them. Not thread-safe; may go on after <see cref="Build"/>.</summary>
public sealed class AliasScannerBuilder
{
    private readonly AliasWords _words = new();
    private readonly AliasSpellings _spellings = new();

    /// <param name="alias">As people write it; punctuation around it does not count, but a leading $, # or @ does.</param>
    /// <param name="id">What occurrences are reported as; several aliases may share one.</param>
    /// <param name="form">How it may stand in a text.</param>
    /// <param name="language">The language whose endings an <see cref="AliasForm.Inflected"/> alias takes.</param>
    /// <exception cref="ArgumentException">Nothing to look for, or so little that it would match everything.</exception>
    public AliasScannerBuilder Add(string alias, int id, AliasForm form = AliasForm.Word, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(alias);
        if (form.HasFlag(AliasForm.Inflected) && language is null)
            throw new ArgumentException($"The alias '{alias}' is to be inflected, but in which language?", nameof(language));
        if (!_words.TryRead(alias, out string? objection))
            throw new ArgumentException($"The alias '{alias}' {objection}.", nameof(alias));
        if (form.HasFlag(AliasForm.Substring) && _words.Letters.Length < 2)
            throw new ArgumentException($"The alias '{alias}' is a single character without boundaries and would match nearly everything.", nameof(alias));

        _spellings.Add(_words, id, form, DetailOf(alias, form, language, cutAtHumps: false));
        AddCut(alias, AliasCut.AtHumps(alias), id, form, language, cutAtHumps: true);
        AddCut(alias, AliasCut.BeforeNumber(alias), id, form, language, cutAtHumps: false);
        return this;
    }

    public AliasScanner Build() => new(_spellings.Index());

    private void AddCut(string alias, string? cut, int id, AliasForm form, string? language, bool cutAtHumps)
    {
        // One that is cut into more words than an alias may have is written in one only.
        if (cut is null || !_words.TryRead(cut, out _))
            return;
        _spellings.Add(_words, id, form, DetailOf(alias, form, language, cutAtHumps));
    }

    private AliasDetail? DetailOf(string alias, AliasForm form, string? language, bool cutAtHumps)
    {
        bool substring = form.HasFlag(AliasForm.Substring);
        bool caseSensitive = form.HasFlag(AliasForm.CaseSensitive);
        bool boundedStart = !substring && _words.Words[0].Ideograph, boundedEnd = !substring && _words.Words[^1].Ideograph;
        if (!caseSensitive && !cutAtHumps && !boundedStart && !boundedEnd && _words.Lead == '\0' && !form.HasFlag(AliasForm.Inflected))
            return null;
        string? exact = caseSensitive || cutAtHumps ? Exact(alias) : null;
        return new AliasDetail
        {
            Lead = _words.Lead,
            BoundedStart = boundedStart,
            BoundedEnd = boundedEnd,
            CutAtHumps = cutAtHumps,
            Exact = exact,
            Forms = form.HasFlag(AliasForm.Inflected) ? FormsOf(caseSensitive ? exact : null, language) : null,
            CutForms = form.HasFlag(AliasForm.Inflected) && cutAtHumps ? FormsOf(exact, language) : null,
        };
    }

    private WordForms[] FormsOf(string? exact, string? language)
    {
        var forms = new WordForms[_words.Words.Count];
        for (int i = 0; i < forms.Length; i++)
        {
            AliasWords.Word word = _words.Words[i];
            // Keeping case changes no letter count but for ß, which such an alias then may not have.
            string letters = exact?.Length == _words.Letters.Length ? exact.Substring(word.Start, word.Length) : _words.LettersOf(i, i + 1).ToString();
            forms[i] = word.Ideograph ? WordForms.Only(letters) : InflectionEndings.FormsOf(letters, language);
        }
        return forms;
    }

    private static string Exact(string alias)
    {
        Span<char> letters = stackalloc char[WordFolder.MaxLength];
        return letters[..WordFolder.FoldAll(alias, letters, keepCase: true)].ToString();
    }
}
