using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>
/// Walks a document once, forwards, and gathers what its elements mean. It knows one shape, a container of fields and entries, and leaves
/// the differences between the formats to <see cref="FeedVocabulary"/>: real documents mix them freely. Every method that is given an element
/// leaves the reader behind that element's end.
/// </summary>
internal sealed class XmlFeedParser
{
    private const int Own = 8;
    private const int Borrowed = 4;
    private const int LastResort = 2;

    /// <summary>Namespaces of a feed that are looked up once; readers give the same string for the same address.</summary>
    private const int MostRemembered = 16;

    private readonly XmlReader _reader;
    private readonly XmlContentReader _content;
    private readonly FeedLimits _limits;
    private readonly EntryDraft _feed = new();
    private readonly EntryDraft _entry = new();
    private readonly List<FeedEntry> _entries = [];
    private readonly List<(string Url, DateTimeOffset? Updated)> _sitemaps = [];
    private readonly List<int> _skipHours = [];
    private readonly List<DayOfWeek> _skipDays = [];
    private readonly List<(string Uri, string Prefix, FeedNamespace Known)> _namespaces = [];
    private readonly bool _hasBase;
    private string? _base;
    private string _rootUri = "";
    private FeedFormat _format;
    private bool _isRdf;
    private string? _hub;
    private string? _self;
    private string? _next;
    private TimeSpan? _ttl;
    private TimeSpan? _period;
    private int? _frequency;

    public XmlFeedParser(XmlReader reader, string? baseUrl, bool hasBase, FeedLimits limits)
    {
        _reader = reader;
        _base = baseUrl;
        _hasBase = hasBase;
        _limits = limits;
        _content = new XmlContentReader(reader, hasBase, limits);
    }

    public FeedOutcome Parse()
    {
        if (_reader.MoveToContent() != XmlNodeType.Element)
            return NotAFeed.Because(NotAFeedReason.Empty, "no element");
        if (NotRoot() is { } refusal)
            return refusal;
        _rootUri = _reader.NamespaceURI;
        var language = _reader.XmlLang;
        Rebase();
        if (_reader.LocalName.Equals("entry", StringComparison.OrdinalIgnoreCase) || _reader.LocalName.Equals("item", StringComparison.OrdinalIgnoreCase))
            ReadEntry();
        else
            ReadFields(_feed, isEntry: false);
        if (language.Length > 0)
            _feed.Language ??= language;
        return Build();
    }

    private NotAFeed? NotRoot()
    {
        var name = _reader.LocalName;
        _format = name.ToLowerInvariant() switch
        {
            "rss" => RssVersion(_reader.GetAttribute("version")),
            "rdf" => FeedNamespaces.Of(_reader.LookupNamespace("") ?? "", "") == FeedNamespace.Rss090 ? FeedFormat.Rss090 : FeedFormat.Rss10,
            "feed" or "entry" => AtomVersion(),
            "channel" => ChannelVersion(name),
            "item" => FeedFormat.Rss,
            "urlset" => FeedFormat.NewsSitemap,
            "sitemapindex" => FeedFormat.SitemapIndex,
            _ => FeedFormat.Unknown,
        };
        _isRdf = name.Equals("rdf", StringComparison.OrdinalIgnoreCase);
        if (_format != FeedFormat.Unknown)
            return null;
        return name.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? NotAFeed.Because(NotAFeedReason.HtmlPage, "an HTML page")
            : NotAFeed.Because(NotAFeedReason.UnknownVocabulary, $"the root element is <{(name.Length > 40 ? name[..40] : name)}>");
    }

    private static FeedFormat RssVersion(string? version) => version?.Trim() switch
    {
        "0.90" or "0.9" => FeedFormat.Rss090,
        "0.91" => FeedFormat.Rss091,
        "0.92" => FeedFormat.Rss092,
        "0.93" => FeedFormat.Rss093,
        "0.94" => FeedFormat.Rss094,
        "1.0" => FeedFormat.Rss10,
        ['2', ..] => FeedFormat.Rss20,
        _ => FeedFormat.Rss,
    };

    private FeedFormat AtomVersion() =>
        Namespace() == FeedNamespace.Atom03 || (Namespace() != FeedNamespace.Atom10 && _reader.GetAttribute("version")?.Trim() is "0.1" or "0.2" or "0.3") ? FeedFormat.Atom03 : FeedFormat.Atom10;

    private FeedFormat ChannelVersion(string name)
    {
        if (Namespace() == FeedNamespace.Rss10)
            return FeedFormat.Rss10;
        return name.All(char.IsAsciiLetterUpper) || Attribute("href") is not null || Attribute("lastmod") is not null || Attribute("base") is not null ? FeedFormat.Cdf : FeedFormat.Rss;
    }

    private void ReadFields(EntryDraft draft, bool isEntry)
    {
        if (_format == FeedFormat.Cdf)
            ReadCdfAttributes(draft);
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return;
        }

        var depth = _reader.Depth;
        _reader.Read();
        while (!_reader.EOF && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element)
                ReadField(draft, isEntry);
            else
                _reader.Read();
        }

        _reader.Read();
    }

    private void ReadField(EntryDraft draft, bool isEntry)
    {
        if (_reader.Depth > _limits.Depth)
            throw new XmlException("Elements nest too deeply.");
        var vocabulary = Namespace();
        var field = FeedVocabulary.Field(vocabulary, _reader.LocalName);
        if (!_hasBase)
        {
            Take(draft, isEntry, vocabulary, field);
            return;
        }

        var outer = _base;
        Rebase();
        Take(draft, isEntry, vocabulary, field);
        _base = outer;
    }

    private void Take(EntryDraft draft, bool isEntry, FeedNamespace vocabulary, FeedField field)
    {
        switch (field)
        {
            case FeedField.Title:
                draft.SetTitle(_content.ReadText(vocabulary, _base, FeedTextKind.Unsure, _limits.Title), Own);
                break;
            case FeedField.MediaTitle:
                draft.SetTitle(_content.ReadText(vocabulary, _base, FeedTextKind.Unsure, _limits.Title), LastResort);
                break;
            case FeedField.Link:
                ReadLink(draft, isEntry, vocabulary);
                break;
            case FeedField.Id:
                ReadId(draft, vocabulary);
                break;
            case FeedField.Summary:
                draft.SetSummary(_content.ReadText(vocabulary, _base, FeedTextKind.Unsure), Own);
                break;
            case FeedField.MediaDescription:
                draft.SetSummary(_content.ReadText(vocabulary, _base, FeedTextKind.Unsure), vocabulary == FeedNamespace.Media ? LastResort : Borrowed);
                break;
            case FeedField.Content:
                ReadContent(draft, vocabulary);
                break;
            case FeedField.XhtmlBody:
                draft.SetContent(_content.ReadElement(_base), Own);
                break;
            case FeedField.Published:
                SetPublished(draft, Own);
                break;
            case FeedField.PublishedDublinCore:
                SetPublished(draft, Borrowed);
                break;
            case FeedField.Created:
                SetPublished(draft, LastResort);
                break;
            case FeedField.Updated:
                if (FeedDate.TryParse(_content.ReadPlain(), out var updated))
                    draft.Updated ??= updated;
                break;
            case FeedField.Author:
                draft.SetAuthor(_content.ReadAuthor(), Own);
                break;
            case FeedField.Creator:
                draft.SetAuthor(_content.ReadAuthor(), Borrowed);
                break;
            case FeedField.Category:
                ReadCategory(draft);
                break;
            case FeedField.Subject:
                ReadSubjects(draft, vocabulary);
                break;
            case FeedField.Language:
                var language = NonEmpty(_content.ReadPlain());
                draft.Language ??= language;
                break;
            case FeedField.Enclosure or FeedField.MediaContent:
                ReadEnclosure(draft, field);
                break;
            case FeedField.Location:
                ReadLocation(draft);
                break;
            case FeedField.Transparent or FeedField.NewsItem:
                ReadFields(draft, isEntry);
                break;
            default:
                TakeContainer(isEntry, field);
                break;
        }
    }

    private void TakeContainer(bool isEntry, FeedField field)
    {
        if (isEntry)
        {
            _content.Skip();
            return;
        }

        switch (field)
        {
            case FeedField.Channel:
                if (_isRdf)
                    NoteRdfVersion();
                _feed.Language ??= NonEmpty(_reader.XmlLang);
                ReadFields(_feed, isEntry: false);
                break;
            case FeedField.Entry:
                ReadEntry();
                break;
            case FeedField.Sitemap:
                ReadSitemap();
                break;
            case FeedField.Ttl:
                if (double.TryParse(_content.ReadPlain(), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 60 * 24 * 366)
                    _ttl = TimeSpan.FromMinutes(minutes);
                break;
            case FeedField.SkipHours:
                ReadSkipHours();
                break;
            case FeedField.SkipDays:
                ReadSkipDays();
                break;
            case FeedField.UpdatePeriod:
                _period = Period(_content.ReadPlain());
                break;
            case FeedField.UpdateFrequency:
                _frequency = int.TryParse(_content.ReadPlain(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var frequency) && frequency > 0 ? frequency : null;
                break;
            default:
                _content.Skip();
                break;
        }
    }

    private void ReadEntry()
    {
        if (_isRdf)
            NoteRdfVersion();
        var entry = _entry;
        entry.Clear();
        var language = _reader.XmlLang;
        if (language.Length > 0)
            entry.Language = language;
        if (_isRdf || _format == FeedFormat.Rss10)
            entry.Id = NonEmpty(_reader.GetAttribute("rdf:about") ?? _reader.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
        ReadFields(entry, isEntry: true);
        if (entry is { Link: null, Id: { } id } && !entry.IdIsNoLink && FeedUrl.IsWeb(id))
            entry.SetLink(id.Trim(), LastResort);
        _entries.Add(entry.Build());
    }

    private void ReadContent(EntryDraft draft, FeedNamespace vocabulary)
    {
        if (vocabulary is FeedNamespace.Atom03 or FeedNamespace.Atom10 && _reader.GetAttribute("src") is { } source && FeedUrl.Resolve(source, _base) is { } url)
            draft.SetLink(url, LastResort);
        draft.SetContent(_content.ReadText(vocabulary, _base, vocabulary == FeedNamespace.Content ? FeedTextKind.Html : FeedTextKind.Unsure), Own);
    }

    private void SetPublished(EntryDraft draft, int rank)
    {
        if (FeedDate.TryParse(_content.ReadPlain(), out var date))
            draft.SetPublished(date, rank);
    }

    private void ReadId(EntryDraft draft, FeedNamespace vocabulary)
    {
        var isNoLink = _reader.GetAttribute("isPermaLink")?.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) == true;
        var id = _content.ReadRaw();
        if (id.AsSpan().Trim().IsEmpty)
            return;
        draft.Id = vocabulary == FeedNamespace.Rss ? id : id.Trim();
        draft.IdIsNoLink = isNoLink;
    }

    private void ReadLink(EntryDraft draft, bool isEntry, FeedNamespace vocabulary)
    {
        var href = _reader.AttributeCount == 0 ? null : Attribute("href");
        if (href is null)
        {
            var text = _content.ReadPlain();
            if (FeedUrl.Resolve(text, _base) is { } plain)
                draft.SetLink(plain, Own);
            return;
        }

        var rel = (_reader.GetAttribute("rel")?.Trim() ?? "").ToLowerInvariant();
        var type = _reader.GetAttribute("type")?.Trim();
        var length = _reader.GetAttribute("length");
        _content.Skip();
        if (FeedUrl.Resolve(href, _base) is not { } url)
            return;
        if (rel.StartsWith("http://www.iana.org/assignments/relation/", StringComparison.Ordinal))
            rel = rel["http://www.iana.org/assignments/relation/".Length..];
        switch (rel)
        {
            case "" or "alternate":
                draft.SetLink(url, (vocabulary is FeedNamespace.Rss or FeedNamespace.Rss10 ? Own : Borrowed + 1) - (IsPage(type) ? 0 : 1));
                break;
            case "enclosure":
                draft.AddEnclosure(new FeedEnclosure(url, type, Length(length)));
                break;
            case "hub" when !isEntry:
                _hub ??= url;
                break;
            case "self" when !isEntry:
                _self ??= url;
                break;
            case "next" when !isEntry:
                _next ??= url;
                break;
        }
    }

    private static bool IsPage(string? type) =>
        string.IsNullOrEmpty(type) || type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase);

    private void ReadEnclosure(EntryDraft draft, FeedField field)
    {
        var url = Attribute("url");
        var type = Attribute("type");
        var length = Attribute("length") ?? Attribute("fileSize");
        if (url is not null && FeedUrl.Resolve(url, _base) is { } resolved)
            draft.AddEnclosure(new FeedEnclosure(resolved, type, Length(length)));
        if (field == FeedField.MediaContent)
            ReadFields(draft, isEntry: true);
        else
            _content.Skip();
    }

    private void ReadLocation(EntryDraft draft)
    {
        var text = _content.ReadPlain();
        if (FeedUrl.Resolve(text, _base) is not { } url)
            return;
        draft.Id ??= url;
        draft.SetLink(url, Own);
    }

    private void ReadSitemap()
    {
        var child = new EntryDraft();
        ReadFields(child, isEntry: true);
        if (child.Link is { } url)
            _sitemaps.Add((url, child.Updated));
    }

    private void ReadCategory(EntryDraft draft)
    {
        var term = _reader.AttributeCount == 0 ? null : NonEmpty(Attribute("label")) ?? NonEmpty(Attribute("term"));
        var text = _content.ReadPlain();
        draft.AddCategory(HtmlText.Collapse(term ?? text));
    }

    private void ReadSubjects(EntryDraft draft, FeedNamespace vocabulary)
    {
        var text = _content.ReadPlain();
        foreach (var subject in vocabulary == FeedNamespace.News ? text.Split(',') : [text])
            draft.AddCategory(HtmlText.Collapse(subject));
    }

    private void ReadSkipHours()
    {
        foreach (var text in _content.ReadChildren("hour"))
        {
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 24 && !_skipHours.Contains(hour % 24))
                _skipHours.Add(hour % 24);
        }
    }

    private void ReadSkipDays()
    {
        foreach (var text in _content.ReadChildren("day"))
        {
            if (Enum.TryParse<DayOfWeek>(text.Trim(), ignoreCase: true, out var day) && Enum.IsDefined(day) && !_skipDays.Contains(day))
                _skipDays.Add(day);
        }
    }

    /// <summary>The Channel Definition Format keeps addresses and dates in attributes.</summary>
    private void ReadCdfAttributes(EntryDraft draft)
    {
        if (FeedUrl.Resolve(Attribute("href"), _base) is { } url)
            draft.SetLink(url, Own);
        if (FeedDate.TryParse(Attribute("lastmod"), out var modified))
            draft.Updated ??= modified;
    }

    private void NoteRdfVersion()
    {
        if (Namespace() == FeedNamespace.Rss090)
            _format = FeedFormat.Rss090;
    }

    private FeedNamespace Namespace()
    {
        var (uri, prefix) = (_reader.NamespaceURI, _reader.Prefix);
        foreach (var (seenUri, seenPrefix, seen) in CollectionsMarshal.AsSpan(_namespaces))
        {
            if (ReferenceEquals(seenUri, uri) && seenPrefix == prefix)
                return seen;
        }

        var known = FeedNamespaces.Of(uri, prefix);
        // A default namespace that nobody knows changes nothing about what its elements are called.
        if (known == FeedNamespace.Other && prefix.Length == 0 && (_rootUri.Length == 0 ? _reader.Depth == 0 : uri == _rootUri))
            known = FeedNamespace.Rss;
        if (_namespaces.Count < MostRemembered)
            _namespaces.Add((uri, prefix, known));
        return known;
    }

    private void Rebase()
    {
        if (_hasBase && _reader.AttributeCount > 0 && _reader.GetAttribute("xml:base") is { } reference)
            _base = FeedUrl.Rebase(reference, _base);
    }

    /// <summary>An attribute by its name in any case: CDF and sloppy RSS write HREF.</summary>
    private string? Attribute(string name)
    {
        if (_reader.AttributeCount == 0)
            return null;
        if (_reader.GetAttribute(name) is { } exact)
            return exact;
        string? found = null;
        while (_reader.MoveToNextAttribute())
        {
            if (_reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = _reader.Value;
        }

        _reader.MoveToElement();
        return found;
    }

    private static TimeSpan? Period(string name) => name.Trim().ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };

    private static long? Length(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var length) && length >= 0 ? length : null;

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private FeedDocument Build()
    {
        var (kept, cut) = EntrySelection.Newest(_entries, _limits.Entries);
        var language = _feed.Language;
        EntrySelection.Inherit(kept, language);
        return new FeedDocument
        {
            Format = _format,
            Id = _feed.Id,
            TitleText = _feed.Title,
            DescriptionText = _feed.Summary,
            Link = _feed.Link,
            Language = language,
            Author = _feed.Author,
            Published = _feed.Published,
            Updated = _feed.Updated,
            Hub = _hub,
            Self = _self,
            Next = _next,
            Hints = new PollHints
            {
                Ttl = _ttl,
                UpdateInterval = _period is { } period ? period / (_frequency ?? 1) : null,
                SkipHours = _skipHours,
                SkipDays = _skipDays,
            },
            // The newest first; those without a date as they stand, before all that are dated.
            Sitemaps = [.. _sitemaps.OrderByDescending(sitemap => sitemap.Updated ?? DateTimeOffset.MaxValue).Select(sitemap => sitemap.Url)],
            Entries = kept,
            EntriesCut = cut,
        };
    }
}
