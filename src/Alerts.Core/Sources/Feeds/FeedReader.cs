using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Resolvers;
using Alerts.Core.Sources.Feeds.Json;
using Alerts.Core.Sources.Feeds.Xml;

namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Reads RSS, Atom, CDF, JSON Feed and sitemaps from the bytes of an answer. Plain documents are walked over their bytes, others by the framework's
/// reader; where the XML is broken, the walk starts over on a reader that repairs. Whatever the bytes are, the answer is a <see cref="FeedOutcome"/> and never an exception.
/// </summary>
public static class FeedReader
{
    /// <summary>Beyond it a document's entities are an attack: the largest legitimate use is a handful of names.</summary>
    private const long MostCharactersFromEntities = 1_000_000;

    /// <summary>DTDs of RSS 0.91 and XHTML come from within; nothing else is ever opened.</summary>
    private static readonly XmlPreloadedResolver KnownDtds = new(null, XmlKnownDtds.All);

    private static readonly SearchValues<char> Padding = SearchValues.Create(" \t\r\n\ufeff\0");

    internal static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = KnownDtds,
        MaxCharactersFromEntities = MostCharactersFromEntities,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        CloseInput = false,
    };

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context) => Read(body, context, FeedLimits.Default);

    public static FeedOutcome Read(ReadOnlyMemory<byte> body, FeedContext context, FeedLimits limits)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(limits);
        var baseUrl = Base(context);
        if (FeedEncoding.IsPlainUtf8(body.Span, context.ContentType) && StartsAsXml(body.Span) && (TryPlain(body, baseUrl, limits) ?? TryFast(body, baseUrl, limits)) is { } fast)
            return Complete(fast, body, "utf-8", context);
        return FeedEncoding.Decode(body.Span, context.ContentType) is { } decoded
            ? Complete(ReadText(decoded.Text, baseUrl, limits), decoded.Text, decoded.Name, context)
            : NotAFeed.Because(NotAFeedReason.Unreadable, "UTF-7 is refused");
    }

    private static FeedOutcome ReadText(string text, string? baseUrl, FeedLimits limits)
    {
        var start = text.AsSpan().IndexOfAnyExcept(Padding);
        if (start < 0)
            return NotAFeed.Because(NotAFeedReason.Empty, "nothing but white space");
        if (text[start] is '{' or '[')
            return JsonFeedReader.Read(text.AsSpan(start), baseUrl, limits);
        if (!text.Contains('<', StringComparison.Ordinal))
            return NotAFeed.Because(NotAFeedReason.Unreadable, "neither XML nor JSON");
        var hasBase = text.Contains("xml:base", StringComparison.Ordinal);
        if (text[start] == '<' && TryParse(() => XmlReader.Create(new StringReader(start == 0 ? text : text[start..]), Settings), baseUrl, hasBase, limits) is { } outcome)
            return outcome;
        using var repairing = new RepairingXmlReader(text, limits.Depth);
        var repaired = new XmlFeedParser(repairing, baseUrl, hasBase, limits).Parse();
        return repaired is FeedDocument document ? document with { WellFormed = false } : repaired;
    }

    private static FeedOutcome? TryPlain(ReadOnlyMemory<byte> body, string? baseUrl, FeedLimits limits) =>
        TryParse(() => new PlainXmlReader(body), baseUrl, hasBase: true, limits);

    private static FeedOutcome? TryFast(ReadOnlyMemory<byte> body, string? baseUrl, FeedLimits limits)
    {
        using var stream = new ReadOnlyMemoryStream(body);
        return TryParse(() => XmlReader.Create(stream, Settings), baseUrl, body.Span.IndexOf("xml:base"u8) >= 0, limits);
    }

    private static FeedOutcome? TryParse(Func<XmlReader> open, string? baseUrl, bool hasBase, FeedLimits limits)
    {
        try
        {
            using var reader = open();
            var outcome = new XmlFeedParser(reader, baseUrl, hasBase, limits).Parse();
            return outcome is FeedDocument ? outcome : null;
        }
        catch (XmlException)
        {
            // Not well-formed, too deep, an undeclared entity or prefix, an entity bomb: for the repairing reader.
            return null;
        }
        catch (ArgumentException)
        {
            // Prefixes and addresses that the XML reader's name checks refuse in passing.
            return null;
        }
    }

    private static FeedOutcome Complete(FeedOutcome outcome, ReadOnlyMemory<byte> body, string encoding, FeedContext context) =>
        outcome is FeedDocument ? Complete(outcome, "", encoding, context) : Complete(outcome, Encoding.UTF8.GetString(body.Span), encoding, context);

    private static FeedOutcome Complete(FeedOutcome outcome, string text, string encoding, FeedContext context) => outcome switch
    {
        FeedDocument document => document with { Encoding = encoding, Language = document.Language ?? context.ContentLanguage },
        NotAFeed failure when FeedDiscovery.IsPage(text) =>
            new NotAFeed(NotAFeedReason.HtmlPage, "an HTML page", [.. FeedDiscovery.Announced(text, context.Url).Select(link => link.Url)]),
        _ => outcome,
    };

    private static bool StartsAsXml(ReadOnlySpan<byte> body) => body.StartsWith("<"u8) || body is [0xEF, 0xBB, 0xBF, (byte)'<', ..];

    private static string? Base(FeedContext context)
    {
        var requested = context.Url?.AbsoluteUri;
        return context.ContentLocation is { } location && FeedUrl.Rebase(location, requested) is { } located && FeedUrl.IsWeb(located) ? located : requested;
    }
}
