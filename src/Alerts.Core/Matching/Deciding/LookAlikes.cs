using Alerts.Core.Matching.Scanning;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Hides what is a part of a look-alike ("Lazarus" in "Lazarus IDE") while the aliases of a text are gone through by start, the longer first.</summary>
/// <remarks>The look-alike that reaches farthest, and of these the longest, hides whatever any other before it does.</remarks>
internal struct LookAlikes
{
    private AliasOccurrence _farthest;

    public void Add(AliasOccurrence lookAlike)
    {
        if (lookAlike.End > _farthest.End) _farthest = lookAlike;
    }

    /// <summary>Whether it lies inside and is shorter: what has all the letters of a look-alike is another's name ("Genesis Market").</summary>
    public readonly bool Hide(AliasOccurrence occurrence) => occurrence.End <= _farthest.End && occurrence.Length < _farthest.Length;
}
