using System.Text.Json;
using AngleSharp.Dom;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>What a page's JSON-LD says of its article.</summary>
internal sealed record JsonLdFacts(string? Headline, string? Published, string? Language, bool? IsFree)
{
    private const int MaxScript = 500_000;
    private const int MaxDepth = 12;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static JsonLdFacts None { get; } = new(null, null, null, null);

    public static JsonLdFacts Read(IDocument document)
    {
        foreach (var script in document.GetElementsByTagName("script"))
        {
            if (!string.Equals(script.GetAttribute("type"), "application/ld+json", StringComparison.OrdinalIgnoreCase) || script.TextContent is not { Length: < MaxScript } json)
            {
                continue;
            }

            try
            {
                using var parsed = JsonDocument.Parse(json, Lenient);
                if (Find(parsed.RootElement, 0) is { } article)
                {
                    return new JsonLdFacts(Text(article, "headline"), Text(article, "datePublished"), Text(article, "inLanguage"), Flag(article, "isAccessibleForFree"));
                }
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common; the page has other ways to say the same.
            }
        }

        return None;
    }

    private static JsonElement? Find(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Find(item, depth + 1) is { } found)
                {
                    return found;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(element))
            {
                return element;
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (element.TryGetProperty(name, out var inner) && Find(inner, depth + 1) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type) && type.ValueKind switch
        {
            JsonValueKind.String => IsArticle(type.GetString()!),
            JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && IsArticle(one.GetString()!)),
            _ => false,
        };

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "LiveBlogPosting";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static bool? Flag(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(value.GetString(), out var flag) ? flag : null,
            _ => null,
        };
}
