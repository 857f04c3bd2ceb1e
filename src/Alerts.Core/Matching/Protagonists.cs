namespace Alerts.Core.Matching;

/// <summary>Whom a story is about: those who lost something and those who are said to have taken it, by canonical name, or as written where the knowledge base has none.</summary>
/// <param name="Written">How this article writes those names that it writes in another way: "업비트" for Upbit, "UNC5342" for Contagious Interview.</param>
public sealed record Protagonists(IReadOnlyList<string> Victims, IReadOnlyList<string> Actors, IReadOnlyDictionary<string, string> Written)
{
    /// <summary>As a reader is told: the canonical name, and beside it the article's own.</summary>
    public IEnumerable<string> VictimLabels => Victims.Select(Label);

    public IEnumerable<string> ActorLabels => Actors.Select(Label);

    public static Protagonists Of(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new ProtagonistFinder(reading).Find();
    }

    private string Label(string name) => Written.TryGetValue(name, out var written) ? $"{name} ({written})" : name;
}
