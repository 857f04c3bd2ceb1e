namespace Alerts.Core.Matching.Deciding;

/// <summary>An alias as found, before it is known whether it counts.</summary>
internal readonly record struct Candidate(FoundMention Mention, Doubt Doubt)
{
    public bool NeedsContext => Doubt != Doubt.None;
}
