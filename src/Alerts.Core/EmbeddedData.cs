using System.Text.Json;

namespace Alerts.Core;

/// <summary>The data files that the assembly carries, by the names that the project gives them: "Matching/amounts.json".</summary>
internal static class EmbeddedData
{
    /// <param name="name">Without its folder "Data": what is not embedded is a mistake of the build.</param>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>Lines that hold something and are no comment ("# …").</summary>
    public static IEnumerable<string> Lines(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#');

    public static T Json<T>(string name, JsonSerializerOptions? options = null)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, options ?? JsonSerializerOptions.Web)!;
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The data file \"{name}\" is not embedded.");
}
