using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Core.Stories;

/// <summary>Reads what a newer instance wrote: kinds that this one does not know are left out, and the story stays readable.</summary>
internal sealed class KnownParticulars : JsonConverter<IReadOnlyList<Particular>>
{
    public override IReadOnlyList<Particular> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var known = new List<Particular>();
        foreach (var row in JsonSerializer.Deserialize<List<Row>>(ref reader, options) ?? [])
        {
            if (Enum.TryParse<ParticularKind>(row.Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind)) known.Add(new Particular(kind, row.Value));
        }

        return known;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Particular> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);

    private sealed record Row(string Kind, string Value);
}
