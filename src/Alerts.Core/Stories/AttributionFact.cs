using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>Who says who did it.</summary>
/// <param name="By">"FBI"; null where it is the press.</param>
/// <param name="Names">Whom they name, or deny.</param>
/// <param name="Publishers">Families that report it.</param>
/// <param name="At">When it was first told.</param>
public sealed record AttributionFact(string? By, IReadOnlyList<string> Names, AttributionStatus Status, Hedge Hedge, int Publishers, DateTimeOffset At)
{
    /// <summary>"FBI: TraderTraitor", "Elliptic: likely Lazarus Group", "Taylor Monahan: not North Korea".</summary>
    public string Text => $"{By ?? "press"}: {Prefix}{string.Join(", ", Names)}";

    private string Prefix => Hedge switch
    {
        Hedge.Denied => "not ",
        Hedge.Suspected => "suspects ",
        Hedge.Likely => "likely ",
        _ => "",
    };
}
