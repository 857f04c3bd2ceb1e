using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Css.Parser;

namespace Alerts.Core.Sources.Feeds.Lists;

/// <summary>Reads the definitions that operators write, and says what is wrong with them.</summary>
public static class ListDefinition
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static bool TryParse(string? json, [NotNullWhen(true)] out JsonApiDefinition? definition, [NotNullWhen(false)] out string? problem) =>
        TryRead(json, out definition, out problem);

    public static bool TryParse(string? json, [NotNullWhen(true)] out HtmlListDefinition? definition, [NotNullWhen(false)] out string? problem)
    {
        if (!TryRead(json, out definition, out problem))
            return false;
        var selectors = new[] { definition.Items, definition.Title, definition.Link, definition.Date, definition.Text };
        if (Array.Find(selectors, selector => selector is not null && new CssSelectorParser().ParseSelector(selector.Split('@')[0]) is null) is not { } broken)
            return true;
        problem = $"not a selector: {broken}";
        definition = null;
        return false;
    }

    /// <summary>What is wrong with a definition for a source of this kind; null where nothing is.</summary>
    public static string? ProblemOf(SourceKind kind, string? json) => kind switch
    {
        SourceKind.JsonApi => TryParse(json, out JsonApiDefinition? _, out var problem) ? null : problem,
        SourceKind.HtmlList => TryParse(json, out HtmlListDefinition? _, out var problem) ? null : problem,
        _ => json is null ? null : $"a definition is for {nameof(SourceKind.JsonApi)} and {nameof(SourceKind.HtmlList)} only",
    };

    private static bool TryRead<T>(string? json, [NotNullWhen(true)] out T? definition, [NotNullWhen(false)] out string? problem)
        where T : class
    {
        definition = null;
        problem = "a definition is needed";
        if (json is null)
            return false;
        try
        {
            definition = JsonSerializer.Deserialize<T>(json, Json);
            problem = definition is null ? "a definition is needed" : null;
            return definition is not null;
        }
        catch (JsonException exception)
        {
            problem = exception.Message;
            return false;
        }
    }
}
