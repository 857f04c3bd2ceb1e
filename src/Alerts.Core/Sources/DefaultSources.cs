using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Core.Sources;

/// <summary>The sources that a new installation watches: see <c>Data/sources.json</c>.</summary>
public static class DefaultSources
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<SourceKind>(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<Source> Load() => [.. EmbeddedData.Json<List<Row>>("Sources/sources.json", Json).Select(row => row.ToSource())];

    private sealed record Row(string Name, SourceKind Kind, Uri Url, string? Language, string Publisher, SourceTier Tier, JsonElement? Definition)
    {
        public Source ToSource() => new()
        {
            Id = Source.IdOf(Url),
            Name = Name,
            Kind = Kind,
            Url = Url,
            Language = Language,
            Publisher = Publisher,
            Tier = Tier,
            Definition = Definition?.GetRawText(),
        };
    }
}
