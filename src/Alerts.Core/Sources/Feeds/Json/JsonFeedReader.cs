using System.Text.Json;

namespace Alerts.Core.Sources.Feeds.Json;

/// <summary>Reads JSON Feed 1.0 and 1.1, and forgives what producers get wrong: numbers for ids, single authors, missing version.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static FeedOutcome Read(ReadOnlySpan<char> text, string? baseUrl, FeedLimits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimEnd("\0 \t\r\n").ToString(), Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return NotAFeed.Because(NotAFeedReason.UnknownVocabulary, "JSON without items");
            return Build(root, items, root.Text("feed_url") is { } self ? FeedUrl.Rebase(self, baseUrl) : baseUrl, limits);
        }
        catch (JsonException)
        {
            return NotAFeed.Because(NotAFeedReason.Unreadable, "broken JSON");
        }
    }

    private static FeedDocument Build(JsonElement root, JsonElement items, string? baseUrl, FeedLimits limits)
    {
        var author = Author(root);
        var entries = new List<FeedEntry>();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
                entries.Add(Entry(item, author, baseUrl, limits).Build());
        }

        var (kept, cut) = EntrySelection.Newest(entries, limits.Entries);
        var language = root.Text("language");
        EntrySelection.Inherit(kept, language);
        return new FeedDocument
        {
            Format = root.Text("version") is { } version && (version.TrimEnd('/').EndsWith("/1", StringComparison.Ordinal) || version.EndsWith("1.0", StringComparison.Ordinal)) ? FeedFormat.Json10 : FeedFormat.Json11,
            TitleText = Plain(root.Text("title"), limits.Title),
            DescriptionText = Plain(root.Text("description")),
            Link = FeedUrl.Resolve(root.Text("home_page_url"), baseUrl),
            Self = FeedUrl.Resolve(root.Text("feed_url"), baseUrl),
            Next = FeedUrl.Resolve(root.Text("next_url"), baseUrl),
            Hub = Hub(root, baseUrl),
            Language = language,
            Author = author,
            Entries = kept,
            EntriesCut = cut,
        };
    }

    private static EntryDraft Entry(JsonElement item, string? feedAuthor, string? baseUrl, FeedLimits limits)
    {
        var url = FeedUrl.Resolve(item.Text("url"), baseUrl);
        var external = FeedUrl.Resolve(item.Text("external_url"), baseUrl);
        var draft = new EntryDraft { Id = item.Text("id") ?? url ?? external, Language = item.Text("language") };
        var link = url ?? external ?? (FeedUrl.IsWeb(draft.Id) ? draft.Id : null);
        if (link is not null)
            draft.SetLink(link, 1);
        if (Plain(item.Text("title"), limits.Title) is { } title)
            draft.SetTitle(title, 1);
        if (Plain(item.Text("summary")) is { } summary)
            draft.SetSummary(summary, 1);
        if (item.Text("content_html") is { Length: > 0 } html)
            draft.SetContent(new FeedText(Cut(html, limits.Body), FeedTextKind.Html, link ?? baseUrl), 1);
        else if (item.Text("content_text") is { } text)
            draft.SetContent(new FeedText(Cut(text, limits.Body), FeedTextKind.Plain, null), 1);
        if (FeedDate.TryParse(item.Text("date_published"), out var published))
            draft.SetPublished(published, 1);
        if (FeedDate.TryParse(item.Text("date_modified"), out var modified))
            draft.Updated = modified;
        draft.SetAuthor(Author(item) ?? feedAuthor ?? "", 1);
        foreach (var tag in Array(item, "tags"))
        {
            if (tag.ValueKind == JsonValueKind.String)
                draft.AddCategory(HtmlText.Collapse(tag.GetString()!));
        }

        foreach (var attachment in Array(item, "attachments"))
        {
            if (FeedUrl.Resolve(attachment.Text("url"), baseUrl) is { } file)
                draft.AddEnclosure(new FeedEnclosure(file, attachment.Text("mime_type"), attachment.Whole("size_in_bytes")));
        }

        return draft;
    }

    private static string? Author(JsonElement element)
    {
        var names = Array(element, "authors").Select(author => author.Text("name") ?? author.Text("url")).Where(name => name is not null).ToList();
        if (names.Count > 0)
            return string.Join(", ", names);
        return element.TryGetProperty("author", out var single) ? single.ValueKind == JsonValueKind.String ? single.GetString() : single.Text("name") ?? single.Text("url") : null;
    }

    private static string? Hub(JsonElement root, string? baseUrl) =>
        Array(root, "hubs").Where(hub => hub.Text("type") is not { } type || type.Equals("WebSub", StringComparison.OrdinalIgnoreCase)).Select(hub => FeedUrl.Resolve(hub.Text("url"), baseUrl)).FirstOrDefault(url => url is not null);

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static FeedText? Plain(string? text, int limit = int.MaxValue) => text is null ? null : new FeedText(text, FeedTextKind.Plain, null, limit);

    private static string Cut(string text, int limit) => text.Length > limit ? text[..limit] : text;
}
