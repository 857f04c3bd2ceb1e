namespace Alerts.Core.Stories.Claims;

/// <summary>A word of the vocabulary of claims at a place in a field.</summary>
/// <param name="Id">A concept of <c>Stories/Data/claims.json</c>.</param>
/// <param name="Note">Its class: official, vendor, researcher, kind, chain, day; null for the words of assertion.</param>
internal readonly record struct Cue(string Id, string Name, string? Note, int Start, int End)
{
    public bool IsClaimant => Note is Cues.Official or Cues.Vendor or Cues.Researcher;
}
