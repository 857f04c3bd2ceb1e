using System.Text;

namespace Alerts.Benchmarks.Matching;

/// <summary>Korean, Japanese and Chinese texts made from a seed: characters by frequency, names of two to five of them, their own punctuation.</summary>
internal sealed class IdeographCorpus
{
    private const int Bytes = 4_000_000;

    public required string Language { get; init; }

    public required string[] Names { get; init; }

    public required string[] Articles { get; init; }

    public static IEnumerable<IdeographCorpus> All(int seed, int names)
    {
        string han = Characters('\u4E00', 3_000);
        yield return Make("Korean", seed, names, Characters('\uAC00', 1_200, step: 9), "", spaces: true);
        yield return Make("Japanese", seed, names, Characters('\u30A1', 80) + han, Characters('\u3041', 80), spaces: false);
        yield return Make("Chinese", seed, names, han, "", spaces: false);
    }

    private static IdeographCorpus Make(string language, int seed, int names, string nameCharacters, string between, bool spaces)
    {
        var dice = new Random(seed);
        string all = new([.. (nameCharacters + between).OrderBy(_ => dice.Next())]);
        var frequency = new Zipf(all.Length, 0.9, 20);
        HashSet<string> made = [];
        while (made.Count < names)
            made.Add(string.Concat(Enumerable.Range(0, 2 + dice.Next(4)).Select(_ => nameCharacters[dice.Next(nameCharacters.Length)])));
        string[] aliases = [.. made];
        List<string> articles = [];
        for (int written = 0; written < Bytes; written += Encoding.UTF8.GetByteCount(articles[^1]))
        {
            var article = new StringBuilder();
            while (article.Length < 2_000)
            {
                if (dice.Next(30) == 0)
                    article.Append(aliases[dice.Next(aliases.Length)]);
                for (int i = dice.Next(1, 6); i > 0; i--)
                    article.Append(all[frequency.Next(dice)]);
                article.Append(dice.Next(12) == 0 ? (spaces ? ". " : "。") : spaces ? " " : "");
            }
            articles.Add(article.ToString());
        }
        return new() { Language = language, Names = aliases, Articles = [.. articles] };
    }

    private static string Characters(char first, int count, int step = 1) => string.Concat(Enumerable.Range(0, count).Select(i => (char)(first + (i * step))));
}
