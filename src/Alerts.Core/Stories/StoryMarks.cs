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

    /// <summary>From here on a text is shown once: what differs less is the same one.</summary>
    public const double SameText = 0.8;

    public static StoryMarks None { get; } = new([], [], [], [], [], []);

    /// <summary>Which count, case or sum it is, for each that its articles told.</summary>
    public IReadOnlyList<Particular> Particulars { get; init; } = [];

    internal bool Has(ParticularKind kind) => Particulars.Any(known => known.Kind == kind);

    internal bool Has(ParticularKind kind, string value) => Particulars.Contains(new Particular(kind, value));

    /// <summary>How much of a text stands in one of the texts, 0 to 1.</summary>
    internal double Likeness(TextSketch? sketch) => sketch is null ? 0 : Sketches.Select(TextSketch.Parse).OfType<TextSketch>().Select(sketch.LikenessTo).DefaultIfEmpty(0).Max();

    /// <summary>Without what only an article that was taken out has named.</summary>
    internal StoryMarks Without(IReadOnlyCollection<string> victims, IReadOnlyCollection<decimal> sums) => this with
    {
        Victims = [.. Victims.Except(victims)],
        Sums = [.. Sums.Except(sums)],
    };

    internal StoryMarks With(StoryMarks other) => new(
        [.. Victims.Union(other.Victims).Take(MaxNames)],
        [.. Actors.Union(other.Actors).Take(MaxNames)],
        [.. Sums.Union(other.Sums).Take(MaxSums)],
        [.. Names.Union(other.Names, StringComparer.OrdinalIgnoreCase).Take(MaxNames)],
        [.. Sketches.Union(other.Sketches).Take(MaxSketches)],
        [.. Days.Concat(other.Days).DistinctBy(day => day.UtcDateTime.Date).OrderDescending().Take(MaxDays)],
        From < other.From || other.From is null ? From : other.From,
        To > other.To || other.To is null ? To : other.To)
    {
        Particulars = [.. Particulars.Union(other.Particulars).Take(MaxParticulars)],
    };

    internal StoryMarks With(NewsEvent told)
    {
        var sketches = told.Sketch is { } sketch && Likeness(sketch) < SameText ? Sketches.Append(sketch.ToString()) : Sketches;
        IEnumerable<DateTimeOffset> days = told.IsDated ? Days.Append(told.When) : Days;
        return new(
            [.. Victims.Union(told.Victims).Take(MaxNames)],
            [.. Actors.Union(told.Actors).Take(MaxNames)],
            [.. Sums.Union(told.Sums).Take(MaxSums)],
            [.. Names.Union(told.Names, StringComparer.OrdinalIgnoreCase).Take(MaxNames)],
            [.. sketches.Take(MaxSketches)],
            [.. days.DistinctBy(day => day.UtcDateTime.Date).OrderDescending().Take(MaxDays)],
            From is { } from && from < told.When ? from : told.When,
            To is { } to && to > told.When ? to : told.When)
        {
            Particulars = [.. Particulars.Union(told.Particulars).Take(MaxParticulars)],
        };
    }
}
