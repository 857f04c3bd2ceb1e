namespace Alerts.Core.Stories;

/// <summary>What a story's articles have named, kept for comparison with the next one; bounded, the first ones stay.</summary>
/// <param name="Sums">All sums of money in their heads, in US dollars.</param>
/// <param name="Names">People, places, authorities, analysts.</param>
/// <param name="Days">When those articles were published that say so, one a day, newest first.</param>
/// <param name="From">The earliest article.</param>
/// <param name="To">The latest article.</param>
public sealed record StoryMarks(
    IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, IReadOnlyList<decimal> Sums, IReadOnlyList<string> Names, IReadOnlyList<DateTimeOffset> Days, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    private const int MaxParticulars = 48;
    private const int MaxSums = 16;
    private const int MaxNames = 48;
    private const int MaxTexts = 8;
    private const int MaxDays = 24;

    /// <summary>From here on a text is shown once: what differs less is the same one.</summary>
    public const double SameText = 0.8;

    public static StoryMarks None { get; } = new([], [], [], [], []);

    /// <summary>Of its articles' texts those that differ from one another.</summary>
    public IReadOnlyList<SketchedText> Texts { get; init; } = [];

    /// <summary>Which count, case or sum it is, for each that its articles told.</summary>
    public IReadOnlyList<Particular> Particulars { get; init; } = [];

    internal bool Has(ParticularKind kind) => Particulars.Any(known => known.Kind == kind);

    internal bool Has(ParticularKind kind, string value) => Particulars.Contains(new Particular(kind, value));

    /// <summary>How much of a text stands in one of the texts, 0 to 1.</summary>
    internal double Likeness(TextSketch? sketch) =>
        sketch is null ? 0 : Texts.Select(text => TextSketch.Parse(text.Sketch)).OfType<TextSketch>().Select(sketch.LikenessTo).DefaultIfEmpty(0).Max();

    /// <summary>Without the text of an article, and without victims and sums that only it has named.</summary>
    internal StoryMarks Without(string articleId, IEnumerable<string> victims, IEnumerable<decimal> sums) => this with
    {
        Victims = [.. Victims.Except(victims)],
        Sums = [.. Sums.Except(sums)],
        Texts = [.. Texts.Where(text => text.ArticleId != articleId)],
    };

    internal StoryMarks With(StoryMarks other) => new(
        [.. Victims.Union(other.Victims).Take(MaxNames)],
        [.. Actors.Union(other.Actors).Take(MaxNames)],
        [.. Sums.Union(other.Sums).Take(MaxSums)],
        [.. Names.Union(other.Names, StringComparer.OrdinalIgnoreCase).Take(MaxNames)],
        [.. Days.Concat(other.Days).DistinctBy(day => day.UtcDateTime.Date).OrderDescending().Take(MaxDays)],
        From < other.From || other.From is null ? From : other.From,
        To > other.To || other.To is null ? To : other.To)
    {
        Texts = [.. Texts.UnionBy(other.Texts, text => text.Sketch).Take(MaxTexts)],
        Particulars = [.. Particulars.Union(other.Particulars).Take(MaxParticulars)],
    };

    internal StoryMarks With(string articleId, NewsEvent told)
    {
        var texts = told.Sketch is { } sketch && Likeness(sketch) < SameText ? Texts.Append(new SketchedText(articleId, sketch.ToString())) : Texts;
        IEnumerable<DateTimeOffset> days = told.IsDated ? Days.Append(told.When) : Days;
        return new(
            [.. Victims.Union(told.Victims).Take(MaxNames)],
            [.. Actors.Union(told.Actors).Take(MaxNames)],
            [.. Sums.Union(told.Sums).Take(MaxSums)],
            [.. Names.Union(told.Names, StringComparer.OrdinalIgnoreCase).Take(MaxNames)],
            [.. days.DistinctBy(day => day.UtcDateTime.Date).OrderDescending().Take(MaxDays)],
            From is { } from && from < told.When ? from : told.When,
            To is { } to && to > told.When ? to : told.When)
        {
            Texts = [.. texts.Take(MaxTexts)],
            Particulars = [.. Particulars.Union(told.Particulars).Take(MaxParticulars)],
        };
    }
}

/// <param name="Sketch">As <see cref="TextSketch.ToString"/> wrote it.</param>
public sealed record SketchedText(string ArticleId, string Sketch);
