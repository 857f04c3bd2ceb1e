using System.Globalization;
using System.Text;
using System.Text.Json;
using Alerts.Core.Sources.Feeds.Json;

namespace Alerts.Core.Sources.Feeds.Lists;

/// <summary>Reads the answer of a JSON API as if it were a feed.</summary>
public static class JsonApiReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context, JsonApiDefinition definition) => Read(body, context, definition, FeedLimits.Default);

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context, JsonApiDefinition definition, FeedLimits limits)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(limits);
        if (!ListDocument.TryDecode(body.Span, context, out var decoded, out var refusal))
            return refusal;
        try
        {
            using var document = JsonDocument.Parse(decoded.Text, Options);
            if (At(document.RootElement, definition.Items) is not { ValueKind: JsonValueKind.Array } items)
                return NotAFeed.Because(NotAFeedReason.UnknownVocabulary, $"no list at {definition.Items}");
            var drafts = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Entry(item, context.Url?.AbsoluteUri, definition, limits));
            return ListDocument.Of(FeedFormat.JsonApi, drafts, decoded.Name, context, limits);
        }
        catch (JsonException)
        {
            return NotAFeed.Because(FeedDiscovery.IsPage(decoded.Text) ? NotAFeedReason.HtmlPage : NotAFeedReason.Unreadable, "broken JSON");
        }
    }

    private static EntryDraft Entry(JsonElement item, string? baseUrl, JsonApiDefinition definition, FeedLimits limits)
    {
        var id = string.Join('|', definition.Id.Select(path => Fill(item, path)));
        var draft = new EntryDraft { Id = id.Trim('|').Length == 0 ? null : id };
        var title = Fill(item, definition.Title);
        draft.SetTitle(new FeedText(title, FeedTextKind.Unsure, null, limits.Title), 1);
        if (definition.Text is not null && Fill(item, definition.Text) is { Length: > 0 } text)
            draft.SetContent(new FeedText(text.Length > limits.Body ? text[..limits.Body] : text, FeedTextKind.Unsure, baseUrl), 1);
        if (definition.Date is not null && FeedDate.TryParse(Fill(item, definition.Date), out var date))
            draft.SetPublished(date, 1);
        var url = definition.Url is null ? null : FeedUrl.Resolve(Fill(item, definition.Url), baseUrl);
        if (url is null && (definition.Link ?? baseUrl) is { } page)
            url = ListDocument.Part(page, draft.Id ?? title);
        if (url is not null)
            draft.SetLink(url, 1);
        draft.Id ??= url;
        return draft;
    }

    private static string Fill(JsonElement item, string part)
    {
        if (!part.Contains('{', StringComparison.Ordinal))
            return At(item, part) is { } value ? Scalar(value, null) : "";
        var text = new StringBuilder();
        for (var at = 0; at < part.Length;)
        {
            var open = part.IndexOf('{', at);
            var close = open < 0 ? -1 : part.IndexOf('}', open);
            if (close < 0)
            {
                text.Append(part, at, part.Length - at);
                break;
            }

            text.Append(part, at, open - at);
            var (path, format) = part[(open + 1)..close].Split(':') is [var name, var how] ? (name, how) : (part[(open + 1)..close], null);
            if (At(item, path) is { } found)
                text.Append(Scalar(found, format));
            at = close + 1;
        }

        return text.ToString();
    }

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "$")
                continue;
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
                element = element[index];
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
                return null;
        }

        return element;
    }

    private static string Scalar(JsonElement value, string? format)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return string.Join(", ", value.EnumerateArray().Select(JsonText.Scalar).Where(text => text is not null));
        if (format is not null && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number))
            return number.ToString(format, CultureInfo.InvariantCulture);
        return JsonText.Scalar(value) ?? "";
    }
}
