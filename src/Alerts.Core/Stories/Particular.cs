namespace Alerts.Core.Stories;

/// <summary>What tells one count, case or sum from another where victim and accused are the same.</summary>
/// <param name="Value">"2025", "Elliptic", "sentence", "Sinbad.io", "401000 ETH"; empty where the kind says all.</param>
public sealed record Particular(ParticularKind Kind, string Value)
{
    /// <summary>As the reason of a join shows it.</summary>
    public override string ToString() => Kind switch
    {
        ParticularKind.Year => "the year " + Value,
        ParticularKind.CountedBy => "counted by " + Value,
        ParticularKind.InCourt => "in court: " + Value,
        ParticularKind.Against => "against " + Value,
        ParticularKind.Joint => "joint statement",
        ParticularKind.Official => "said by an authority",
        _ => Value,
    };
}

public enum ParticularKind
{
    /// <summary>Which year a report counts.</summary>
    Year,

    /// <summary>Whose count a report is.</summary>
    CountedBy,

    /// <summary>How far a case has come.</summary>
    InCourt,

    /// <summary>The mixer that is sanctioned or charged.</summary>
    Against,

    /// <summary>One of <see cref="Knowledge.KnowledgeBase.Cases"/>.</summary>
    Case,

    /// <summary>A sum in its own currency, or a number of tokens.</summary>
    Count,

    /// <summary>Several governments speak as one.</summary>
    Joint,

    /// <summary>An authority says who did it.</summary>
    Official,

    /// <summary>What the house or the thief has done about a theft (<see cref="Headline.Answer"/>).</summary>
    Answer,

    /// <summary>How the victim's name is spoken (<see cref="SpokenName"/>).</summary>
    Spoken,
}
