using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Core.Messaging;

/// <summary>The one JSON dialect of messages and rows: camelCase, enums by name, nulls left out, unknown members refused on messages.</summary>
public static class MessageJson
{
    /// <summary>A queue message holds 64 KiB; what is packed into one stays below this.</summary>
    public const int MaxMessageBytes = 48 * 1024;

    public static JsonSerializerOptions Options { get; } = Create(JsonUnmappedMemberHandling.Disallow);

    /// <summary>For stored rows: an older instance must be able to read what a newer one wrote.</summary>
    public static JsonSerializerOptions Rows { get; } = Create(JsonUnmappedMemberHandling.Skip);

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    /// <exception cref="JsonException">The message is not of this shape; the host's retries end in the poison queue.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A message of {typeof(T).Name} is null.");

    /// <summary>Cuts ids into runs that each fit into one message.</summary>
    /// <param name="ids">ASCII.</param>
    public static IEnumerable<IReadOnlyList<string>> Pack(IEnumerable<string> ids)
    {
        const int quotesAndComma = 3;
        const int envelope = 200;
        var packed = new List<string>();
        var bytes = envelope;
        foreach (var id in ids)
        {
            if (packed.Count > 0 && bytes + id.Length + quotesAndComma > MaxMessageBytes)
            {
                yield return packed;
                (packed, bytes) = ([], envelope);
            }

            packed.Add(id);
            bytes += id.Length + quotesAndComma;
        }

        if (packed.Count > 0)
        {
            yield return packed;
        }
    }

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unmapped,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
