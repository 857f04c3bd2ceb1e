using System.Collections.Frozen;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Tells the language of a text by its script and its commonest words: a few kilobytes of lists instead of a model. What the source
/// states is believed unless the script contradicts it; "en" also gives way where nearly all common words are another language's, because some lists
/// mark every article as English.
/// </summary>
public static class LanguageDetector
{
    /// <summary>Where nothing tells the language.</summary>
    public const string Unknown = "und";

    private const string English = "en";
    private const int SampleLength = 4_000;
    private const int LongestStopWord = 12;

    /// <summary>So many common words of another language contradict a stated "en", where they are more than so many times the English ones.</summary>
    private const int Contradicting = 8;
    private const int Outnumbering = 4;

    private static readonly string[] s_languages = [.. StopWords.ByLanguage.Select(list => list.Language)];
    private static readonly int s_english = Array.IndexOf(s_languages, English);

    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> s_words = StopWords.ByLanguage
        .SelectMany((list, language) => list.Words.Select(word => (word, bit: 1UL << language)))
        .GroupBy(pair => pair.word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0UL, (bits, pair) => bits | pair.bit), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="stated">What source or page says: "en", "zh-Hant", null.</param>
    /// <returns>A BCP 47 primary subtag; <see cref="Unknown"/> where nothing tells.</returns>
    public static string Detect(string? stated, params ReadOnlySpan<string> texts)
    {
        var primary = stated?.Split('-', '_')[0].Trim().ToLowerInvariant();
        var scripts = new ScriptCount();
        var left = SampleLength;
        foreach (var text in texts)
        {
            scripts.Add(text.AsSpan(0, Math.Min(left, text.Length)));
            left -= Math.Min(left, text.Length);
        }

        var script = scripts.Language();
        if (script is not null) return script;
        var isStated = primary is { Length: 2 or 3 } && scripts.Allows(primary);
        if (isStated && primary != English) return primary!;
        Span<int> counts = stackalloc int[s_languages.Length];
        var best = ByWords(texts, scripts.IsCyrillic, counts);
        if (!isStated) return best >= 0 ? s_languages[best] : scripts.IsCyrillic ? "ru" : Unknown;
        return best >= 0 && counts[best] >= Contradicting && counts[best] > Outnumbering * counts[s_english] ? s_languages[best] : primary!;
    }

    /// <returns>The language with the most common words, or -1.</returns>
    private static int ByWords(ReadOnlySpan<string> texts, bool cyrillic, Span<int> counts)
    {
        counts.Clear();
        var left = SampleLength;
        foreach (var text in texts)
        {
            Count(text.AsSpan(0, Math.Min(left, text.Length)), counts);
            left -= Math.Min(left, text.Length);
        }

        var best = -1;
        for (var language = 0; language < counts.Length; language++)
        {
            if (IsCyrillicLanguage(s_languages[language]) == cyrillic && counts[language] > (best < 0 ? 0 : counts[best])) best = language;
        }

        return best;
    }

    private static bool IsCyrillicLanguage(string language) => language is "ru" or "uk" or "bg";

    private static void Count(ReadOnlySpan<char> text, Span<int> counts)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '\'')) at++;
            if (at > start && at - start <= LongestStopWord && s_words.TryGetValue(text[start..at], out var bits))
            {
                for (; bits != 0; bits &= bits - 1) counts[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
            }

            if (at == start) at++;
        }
    }

    private struct ScriptCount
    {
        private int _latin, _cyrillic, _han, _kana, _hangul, _arabic, _persian, _other;

        /// <summary>A headline that is mostly names in Latin letters is still in the language that is stated, where some of it is.</summary>
        private const int NamesPerLetter = 10;

        private readonly int Total => _latin + _cyrillic + _han + _kana + _hangul + _arabic + _other;

        public readonly bool IsCyrillic => _cyrillic > _latin;

        public void Add(ReadOnlySpan<char> text)
        {
            foreach (var c in text)
            {
                if (!char.IsLetter(c)) continue;
                if (c < '\u0250') _latin++;
                else if (c is >= '\u0400' and < '\u0530') _cyrillic++;
                else if (c is >= '\u0600' and < '\u0700')
                {
                    _arabic++;
                    if (c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی') _persian++;
                }
                else if (c is >= '\u3040' and < '\u3100') _kana++;
                else if (c is >= '\uAC00' and < '\uD7B0' or >= '\u1100' and < '\u1200') _hangul++;
                else if (c is >= '\u3400' and < '\uA000') _han++;
                else _other++;
            }
        }

        /// <summary>The language where the script alone tells it. Names in Latin letters stand in texts of all scripts.</summary>
        public readonly string? Language()
        {
            var east = _han + _kana + _hangul;
            if (east > 0 && east * 4 >= _latin + _cyrillic)
            {
                if (_hangul >= _kana && _hangul * 2 >= _han) return "ko";
                return _kana * 10 >= _han ? "ja" : "zh";
            }

            return _arabic > (_latin + _cyrillic + _other) / 2 ? _persian * 20 > _arabic ? "fa" : "ar" : null;
        }

        public readonly bool Allows(string language) =>
            Total == 0 || (IsCyrillicLanguage(language) ? _cyrillic * 2 >= _latin
                : language is "ko" or "ja" or "zh" ? (_han + _kana + _hangul) * NamesPerLetter >= _latin
                : language is not ("ar" or "fa") && !IsCyrillic);
    }
}
