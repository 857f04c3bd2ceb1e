using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alerts.Eval;

/// <summary>JSON lines in, JSON lines out.</summary>
internal static class Lines
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(string input, string output, Func<JsonElement, object> map)
    {
        using var writer = new StreamWriter(output) { AutoFlush = true };
        foreach (var line in File.ReadLines(input))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var row = JsonDocument.Parse(line);
            writer.WriteLine(JsonSerializer.Serialize(map(row.RootElement), Plain));
        }
    }

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
