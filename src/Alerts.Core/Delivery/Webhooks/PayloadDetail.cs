namespace Alerts.Core.Delivery.Webhooks;

/// <summary>How much of an alert a payload tells; one that comes out too large is made again one level down.</summary>
/// <param name="Parts">Clauses, gates and score parts of a hit.</param>
/// <param name="Names">Victims, actors and so on of a story, and changes of an update.</param>
internal sealed record PayloadDetail(int Items, int Hits, int Mentions, int Parts, int Sources, int Names)
{
    /// <summary>From the fullest to one that fits whatever the texts: each has a longest length of its own.</summary>
    public static IReadOnlyList<PayloadDetail> Levels { get; } =
        [new(60, 12, 4, 20, 20, 10), new(40, 6, 3, 12, 10, 10), new(25, 3, 2, 8, 5, 6), new(12, 1, 1, 4, 2, 4), new(6, 1, 0, 0, 1, 3), new(2, 1, 0, 0, 1, 2)];
}
