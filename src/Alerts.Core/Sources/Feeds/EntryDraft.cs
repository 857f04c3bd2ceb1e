namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// What has been read of a feed or an entry so far. A value set by a stronger element stands against weaker ones, and against later
/// ones of its own strength: <c>title</c> over <c>media:title</c>, the first <c>pubDate</c> over <c>dc:date</c>.
/// </summary>
internal sealed class EntryDraft
{
    private int _titleRank;
    private int _linkRank;
    private int _publishedRank;
    private int _summaryRank;
    private int _contentRank;
    private int _authorRank;

    public string? Id { get; set; }

    public bool IdIsNoLink { get; set; }

    public FeedText? Title { get; private set; }

    public string? Link { get; private set; }

    public FeedText? Summary { get; private set; }

    public FeedText? Content { get; private set; }

    public DateTimeOffset? Published { get; private set; }

    public DateTimeOffset? Updated { get; set; }

    public string? Author { get; private set; }

    public string? Language { get; set; }

    public List<string>? Categories { get; private set; }

    public List<FeedEnclosure>? Enclosures { get; private set; }

    public void SetTitle(FeedText value, int rank)
    {
        if (Wins(ref _titleRank, rank, Title is null || Title.IsEmpty, value.IsEmpty))
            Title = value;
    }

    public void SetLink(string value, int rank)
    {
        if (Wins(ref _linkRank, rank, Link is null, false))
            Link = value;
    }

    public void SetSummary(FeedText value, int rank)
    {
        if (Wins(ref _summaryRank, rank, Summary is null || Summary.IsEmpty, value.IsEmpty))
            Summary = value;
    }

    public void SetContent(FeedText value, int rank)
    {
        if (Wins(ref _contentRank, rank, Content is null || Content.IsEmpty, value.IsEmpty))
            Content = value;
    }

    public void SetPublished(DateTimeOffset value, int rank)
    {
        if (Wins(ref _publishedRank, rank, Published is null, false))
            Published = value;
    }

    public void SetAuthor(string value, int rank)
    {
        if (value.Length > 0 && Wins(ref _authorRank, rank, Author is null, false))
            Author = value;
    }

    public void AddCategory(string value)
    {
        if (value.Length > 0 && Categories?.Contains(value) != true)
            (Categories ??= []).Add(value);
    }

    public void AddEnclosure(FeedEnclosure value) => (Enclosures ??= []).Add(value);

    public FeedEntry Build() => new()
    {
        Guid = Id,
        Url = Link,
        TitleText = Title,
        SummaryText = Summary,
        ContentText = Content,
        Published = Published,
        Updated = Updated,
        Author = Author,
        Language = Language,
        Categories = Categories ?? (IReadOnlyList<string>)[],
        Enclosures = Enclosures ?? (IReadOnlyList<FeedEnclosure>)[],
    };

    /// <summary>Makes room for the next entry: a document needs one draft, however many entries it lists.</summary>
    public void Clear()
    {
        (_titleRank, _linkRank, _publishedRank, _summaryRank, _contentRank, _authorRank) = (0, 0, 0, 0, 0, 0);
        (Id, IdIsNoLink, Title, Link, Summary, Content) = (null, false, null, null, null, null);
        (Published, Updated, Author, Language, Categories, Enclosures) = (null, null, null, null, null, null);
    }

    private static bool Wins(ref int current, int rank, bool vacant, bool empty)
    {
        if (!vacant && (empty || rank <= current))
            return false;
        current = rank;
        return true;
    }
}
