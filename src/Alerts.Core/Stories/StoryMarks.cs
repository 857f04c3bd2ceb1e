using System.Text.Json.Serialization;

namespace Alerts.Core.Stories;

/// <summary>What a story's articles have named, kept for comparison with the next one; bounded, the first ones stay.</summary>
/// <param name="Sums">All sums of money in their heads, in US dollars.</param>
/// <param name="Names">People, places, authorities, analysts.</param>
/// <param name="Sketches">Of the texts that differ from one another (<see cref="TextSketch"/>).</param>
/// <param name="Days">When those articles were published that say so, one a day, newest first.</param>
/// <param name="From">The earliest article.</param>
/// <param name="To">The latest article.</param>
public sealed record StoryMarks(
    IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, IReadOnlyList<decimal> Sums, IReadOnlyList<string> Names, IReadOnlyList<string> Sketches, IReadOnlyList<DateTimeOffset> Days, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    private const int MaxParticulars = 48;
    private const int MaxSums = 16;
    private const int MaxNames = 48;
    private const int MaxSketches = 8;
    private const int MaxDays = 24;
    private const int MaxDaysTold = 24;

    /// <summary>From here on a text is shown once: what differs less is the same one.</summary>
    public const double SameText = 0.8;

    public static StoryMarks None { get; } = new([], [], [], [], [], []);

    /// <summary>Whose text each of <see cref="Sketches"/> is of, by the article's id; fewer, or empty, where they were stored before that was kept.</summary>
    public IReadOnlyList<string> SketchedOf { get; init; } = [];

    /// <summary>Which count, case or sum it is, for each that its articles told.</summary>
    [JsonConverter(typeof(KnownParticulars))]
    public IReadOnlyList<Particular> Particulars { get; init; } = [];

    /// <summary>The days that its articles wrote out, whichever the year: "03-25".</summary>
    public IReadOnlyList<string> DaysTold { get; init; } = [];

    internal bool Has(ParticularKind kind) => Particulars.Any(known => known.Kind == kind);

    internal bool Has(ParticularKind kind, string value) => Particulars.Contains(new Particular(kind, value));

    /// <summary>How much of a text stands in one of the texts, 0 to 1.</summary>
    internal double Likeness(TextSketch? sketch) => sketch is null ? 0 : Sketches.Select(TextSketch.Parse).OfType<TextSketch>().Select(sketch.LikenessTo).DefaultIfEmpty(0).Max();

    /// <summary>Without the text of an article, and without victims, accused and sums that only it has named.</summary>
    internal StoryMarks Without(string articleId, IEnumerable<string> victims, IEnumerable<string> actors, IEnumerable<decimal> sums) => WithTexts(Texts.Where(text => text.Of != articleId)) with
    {
        Victims = [.. Victims.Except(victims)],
        Actors = [.. Actors.Except(actors)],
        Sums = [.. Sums.Except(sums)],
    };

    private IEnumerable<(string Sketch, string? Of)> Texts => Sketches.Select((sketch, at) => (sketch, at < SketchedOf.Count ? SketchedOf[at] : null));

    private StoryMarks WithTexts(IEnumerable<(string Sketch, string? Of)> texts)
    {
        var kept = texts.DistinctBy(text => text.Sketch).Take(MaxSketches).ToList();
        return this with { Sketches = [.. kept.Select(text => text.Sketch)], SketchedOf = [.. kept.Select(text => text.Of ?? "")] };
    }

    internal StoryMarks With(StoryMarks other) => new StoryMarks(
        [.. Victims.Union(other.Victims).Take(MaxNames)],
        [.. Actors.Union(other.Actors).Take(MaxNames)],
        [.. Sums.Union(other.Sums).Take(MaxSums)],
        [.. Names.Union(other.Names, StringComparer.OrdinalIgnoreCase).Take(MaxNames)],
        [],
        [.. Days.Concat(other.Days).DistinctBy(day => day.UtcDateTime.Date).OrderDescending().Take(MaxDays)],
        From < other.From || other.From is null ? From : other.From,
        To > other.To || other.To is null ? To : other.To)
    {
        Particulars = [.. Particulars.Union(other.Particulars).Take(MaxParticulars)],
        DaysTold = [.. DaysTold.Union(other.DaysTold).Take(MaxDaysTold)],
    }.WithTexts(Texts.Concat(other.Texts));

    internal StoryMarks With(string articleId, NewsEvent told)
    {
        var isNewText = told.Sketch is not null && Likeness(told.Sketch) < SameText;
        return With(new StoryMarks(
            told.Victims, told.Actors, told.Sums, told.Names, isNewText ? [told.Sketch!.ToString()] : [], told.IsDated ? [told.When] : [], told.When, told.When)
        {
            SketchedOf = isNewText ? [articleId] : [],
            Particulars = told.Particulars,
            DaysTold = told.DaysTold,
        });
    }
}
