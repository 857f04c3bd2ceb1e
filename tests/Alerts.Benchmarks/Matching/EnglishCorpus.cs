using System.Text;

namespace Alerts.Benchmarks.Matching;

/// <summary>
/// News-like English made from a seed: the commonest words with their real frequencies, a long tail of made words, sentences, numbers,
/// quotation marks, and names that people would watch. The first n names are the aliases, so more aliases find more in the same text.
/// </summary>
internal sealed class EnglishCorpus
{
    private const int VocabularySize = 40_000;
    private const double NameShare = 0.03;

    private static readonly string[] s_common =
        ("the of and to in a is that for it was on with as he be at by i this had not are but from or have an they which one you were all her she there would their "
        + "we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my "
        + "now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just "
        + "state those people too mister how little good world make very year still see own work men day get here between both life being under three never know same last "
        + "another while us might great old against government million company market security attack funds exchange money according police report bank investors officials "
        + "president country week price group users network data public business trading service system software accounts online statement hackers stolen digital assets").Split(' ');

    private static readonly string[] s_onsets = "b c d f g h j k l m n p r s t v w b c d f l m n p r s t c d l m n r s t st tr pr ch".Split(' ');
    private static readonly string[] s_vowels = "a e i o u a e i o a e i o ea ou".Split(' ');
    private static readonly string[] s_codas = [.. "n r s t l d m nt st".Split(' '), "", "", "", "", "", "", "", "", ""];

    private readonly Random _dice;
    private readonly string[] _vocabulary;
    private readonly Zipf _words = new(VocabularySize, 1.07);

    public EnglishCorpus(int seed, int names, int bytes)
    {
        _dice = new(seed);
        HashSet<string> known = [.. s_common];
        while (known.Count < VocabularySize)
            known.Add(MadeWord(1 + _dice.Next(4)));
        _vocabulary = [.. known];
        Names = MakeNames(names, known);
        Articles = MakeArticles(bytes, new Zipf(names, 1.0));
    }

    public string[] Names { get; }

    public string[] Articles { get; }

    private string MadeWord(int syllables)
    {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++)
            word.Append(Pick(s_onsets)).Append(Pick(s_vowels)).Append(i == syllables - 1 || _dice.Next(3) == 0 ? Pick(s_codas) : "");
        return word.ToString();
    }

    // A third single words, nearly all coined; the others of two to four words, half of them out of the dictionary.
    private string[] MakeNames(int count, HashSet<string> known)
    {
        HashSet<string> names = new(count);
        while (names.Count < count)
        {
            int kind = _dice.Next(100);
            int words = kind < 35 ? 1 : kind < 80 ? 2 : kind < 95 ? 3 : 4;
            string name = words == 1 && _dice.Next(50) > 0 ? Coined(known) : string.Join(' ', Enumerable.Range(0, words).Select(_ => PartOfName(known)));
            names.Add(name);
        }
        return [.. names];
    }

    private string PartOfName(HashSet<string> known) => Capital(_dice.Next(2) == 0 ? _vocabulary[_dice.Next(300, VocabularySize)] : Coined(known));

    private string Coined(HashSet<string> known)
    {
        string word;
        do
            word = MadeWord(2 + _dice.Next(3));
        while (known.Contains(word));
        return Capital(word);
    }

    private string[] MakeArticles(int bytes, Zipf names)
    {
        List<string> articles = [];
        for (int written = 0; written < bytes;)
        {
            var article = new StringBuilder();
            int length = _dice.Next(2_000, 8_000);
            while (article.Length < length)
                Sentence(article, names);
            articles.Add(article.ToString());
            written += Encoding.UTF8.GetByteCount(articles[^1]);
        }
        return [.. articles];
    }

    private void Sentence(StringBuilder article, Zipf names)
    {
        int words = _dice.Next(6, 32);
        bool quoted = _dice.Next(12) == 0;
        if (quoted)
            article.Append('“');
        for (int i = 0; i < words; i++)
        {
            string word = _dice.NextDouble() < NameShare ? Names[names.Next(_dice)] : _dice.Next(40) == 0 ? Number() : _vocabulary[_words.Next(_dice)];
            article.Append(i == 0 ? Capital(word) : word);
            string after = i == words - 1 ? "." : _dice.Next(14) == 0 ? "," : _dice.Next(60) == 0 ? "’s" : _dice.Next(200) == 0 ? " –" : "";
            article.Append(after);
            if (i < words - 1)
                article.Append(' ');
        }
        article.Append(quoted ? "” " : _dice.Next(5) == 0 ? "\n\n" : " ");
    }

    private string Number() => _dice.Next(3) switch
    {
        0 => $"${_dice.Next(1, 999)}.{_dice.Next(1, 9)}",
        1 => $"{_dice.Next(1, 99)},{_dice.Next(100, 999)}",
        _ => $"{_dice.Next(1990, 2027)}",
    };

    private string Pick(string[] parts) => parts[_dice.Next(parts.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
