using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Core.Articles;

namespace Alerts.Eval;

/// <summary>One line of a labelled set.</summary>
internal sealed record LabelledArticle(string Id, string? Url, string Title, string Text, string? Lang, string? Date, string? Outlet)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<string> Labels { get; init; } = [];

    public bool Borderline { get; init; }

    public static IEnumerable<LabelledArticle> ReadAll(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledArticle>(line, Json)!);

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
