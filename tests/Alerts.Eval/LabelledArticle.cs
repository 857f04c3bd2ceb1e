using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Core;
using Alerts.Core.Articles;
using Alerts.Core.Matching.Topics;

namespace Alerts.Eval;

/// <summary>One line of a labelled set.</summary>
internal sealed record LabelledArticle(string Id, string? Url, string Title, string Text, string? Lang, string? Date, string? Outlet)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_topics = [BuiltInTopics.DprkCrypto, BuiltInTopics.ExchangeHack];

    public IReadOnlyList<string> Labels { get; init; } = [];

    public bool Borderline { get; init; }

    /// <summary>Which event it tells; null for an article that is alone in telling its own.</summary>
    public string? Event { get; init; }

    /// <summary>Articles as JSON lines; or a table of the tests: labels' initials or "-", language, title and text, parted by tabs.</summary>
    public static IEnumerable<LabelledArticle> ReadAll(string path) => path.EndsWith(".tsv", StringComparison.Ordinal)
        ? File.ReadLines(path).Select(OfTable)
        : File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledArticle>(line, Json)!);

    private static LabelledArticle OfTable(string line)
    {
        var cells = line.Split('\t');
        return new LabelledArticle(DerivedId.Of("table", line), null, cells[2], cells[3], cells[1], null, "Crypto daily")
        {
            Labels = [.. s_topics.Where(topic => cells[0].Contains(topic[0], StringComparison.Ordinal))],
        };
    }

    /// <summary>As it would arrive; without a date, now.</summary>
    public Article ToArticle()
    {
        DateTimeOffset? date = DateTimeOffset.TryParse(Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return new Article
        {
            Id = Id,
            Url = Url ?? "",
            Title = Title,
            Text = Text,
            Language = Lang,
            PublishedAt = date,
            FirstSeenAt = date ?? TimeProvider.System.GetUtcNow(),
            SourceId = Outlet ?? "",
            Publisher = Outlet ?? "",
        };
    }
}
