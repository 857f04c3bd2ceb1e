using System.Text.Json;

namespace Alerts.Local.Sample;

/// <summary>A story that ships with the product, about a past event, so that the first alert needs no internet.</summary>
/// <param name="MinutesAgo">Its date, counted back from the first start in a data folder.</param>
internal sealed record SampleStory(string Slug, string Publisher, string Language, int MinutesAgo, string Title, string Summary, IReadOnlyList<string> Paragraphs)
{
    public static IReadOnlyList<SampleStory> All { get; } = Load();

    private static SampleStory[] Load()
    {
        using var stream = typeof(SampleStory).Assembly.GetManifestResourceStream("Sample/stories.json")!;
        return JsonSerializer.Deserialize<SampleStory[]>(stream, JsonSerializerOptions.Web)!;
    }
}
