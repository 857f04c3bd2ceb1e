namespace Alerts.Core.Stories;

/// <summary>Which step of a case a story tells. Each step is a story of its own; all steps of one case carry its <see cref="Story.IncidentId"/>.</summary>
public enum StoryPhase
{
    /// <summary>The theft itself, with first sums, suspicions and the victim's first answers.</summary>
    Theft,

    /// <summary>Somebody names who did it: an authority, an analyst, the house itself.</summary>
    Attribution,

    /// <summary>Where the loot goes.</summary>
    Laundering,

    /// <summary>Bounties, funds that were returned or recovered, customers made whole, or the victim's end.</summary>
    Recovery,

    Sanction,

    /// <summary>Arrests, charges, seizures, trials and lawsuits.</summary>
    Prosecution,

    /// <summary>An authority warns of what may happen, or members of parliament ask what is done about it.</summary>
    Advisory,

    /// <summary>Totals over many thefts.</summary>
    Report,

    /// <summary>What tells no single event: lists, explanations, opinion, policy.</summary>
    Background,

    /// <summary>Others keep the loot from moving: mostly at once, as part of the theft's own news.</summary>
    Freeze,
}
