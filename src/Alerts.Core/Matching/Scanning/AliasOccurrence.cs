namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// An alias as it stands in a text, in UTF-16 offsets of the original. The span covers the name as written, with its inner
/// hyphens, spaces and zero-width characters and with an inflected word's ending, but without a possessive 's or a Korean particle.
/// </summary>
public readonly record struct AliasOccurrence(int Id, int Start, int Length)
{
    public int End => Start + Length;
}
