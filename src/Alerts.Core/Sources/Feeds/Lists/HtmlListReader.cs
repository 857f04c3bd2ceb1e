using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Core.Sources.Feeds.Lists;

/// <summary>Reads a page that lists news as if it were a feed.</summary>
public static class HtmlListReader
{
    /// <summary>Selector engines walk ancestors; a page nested deeper than this is an attack.</summary>
    private const int DeepestPage = 1_000;
    private const int LongestTitle = 200;

    private static readonly HtmlParser Parser = new();

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context, HtmlListDefinition definition) => Read(body, context, definition, FeedLimits.Default);

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context, HtmlListDefinition definition, FeedLimits limits)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(limits);
        if (!ListDocument.TryDecode(body.Span, context, out var decoded, out var refusal))
            return refusal;
        if (HtmlDepth.Exceeds(decoded.Text, DeepestPage))
            return NotAFeed.Because(NotAFeedReason.Unreadable, "elements nest too deeply");
        var document = Parser.ParseDocument(decoded.Text);
        var baseUrl = FeedUrl.Rebase(document.QuerySelector("base[href]")?.GetAttribute("href"), context.Url?.AbsoluteUri);
        var drafts = document.QuerySelectorAll(definition.Items).Select(item => Entry(item, baseUrl, definition, limits)).OfType<EntryDraft>().ToList();
        // A page whose items are not where they were is a broken source, not a quiet one.
        return drafts.Count == 0
            ? NotAFeed.Because(NotAFeedReason.HtmlPage, $"nothing at {definition.Items}")
            : ListDocument.Of(FeedFormat.HtmlList, drafts, decoded.Name, context, limits);
    }

    private static EntryDraft? Entry(IElement item, string? baseUrl, HtmlListDefinition definition, FeedLimits limits)
    {
        var title = Heading(Value(item, definition.Title));
        if (title.Length == 0)
            return null;
        var (date, published) = DateOf(item, definition.Date);
        var url = definition.Link is null ? null : FeedUrl.Resolve(item.QuerySelector(definition.Link)?.GetAttribute("href"), baseUrl);
        var id = url ?? $"{title}|{date}";
        var draft = new EntryDraft { Id = id };
        draft.SetTitle(new FeedText(title, FeedTextKind.Plain, null, limits.Title), 1);
        if (definition.Text is not null && item.QuerySelector(definition.Text) is { } body)
            draft.SetContent(new FeedText(body.InnerHtml.Length > limits.Body ? body.InnerHtml[..limits.Body] : body.InnerHtml, FeedTextKind.Html, baseUrl), 1);
        if (published is { } at)
            draft.SetPublished(at, 1);
        if ((url ?? (baseUrl is null ? null : ListDocument.Part(baseUrl, id))) is { } link)
            draft.SetLink(link, 1);
        return draft;
    }

    private static string Value(IElement item, string selector) => Values(item, selector).FirstOrDefault() ?? "";

    private static IEnumerable<string> Values(IElement item, string selector)
    {
        var at = selector.LastIndexOf('@');
        return item.QuerySelectorAll(at < 0 ? selector : selector[..at])
            .Select(element => at < 0 ? HtmlText.Of(element.InnerHtml) : HtmlText.Collapse(element.GetAttribute(selector[(at + 1)..]) ?? ""));
    }

    /// <summary>The first that is a date: pages style other lines like theirs, and write more behind it ("20 November 2026 - Updates").</summary>
    private static (string Text, DateTimeOffset? At) DateOf(IElement item, string? selector)
    {
        var texts = selector is null ? [] : Values(item, selector).ToList();
        foreach (var text in texts)
        {
            if (FeedDate.TryParse(text, out var at) || FeedDate.TryParse(text.Split(" - ")[0], out at))
                return (text, at);
        }

        return (texts.FirstOrDefault() ?? "", null);
    }

    /// <summary>The first line, cut at a word: messages have no title of their own.</summary>
    private static string Heading(string text)
    {
        var line = text.Split('\n')[0];
        return line.Length <= LongestTitle ? line : line[..Math.Max(line.LastIndexOf(' ', LongestTitle), LongestTitle / 2)] + "…";
    }
}
