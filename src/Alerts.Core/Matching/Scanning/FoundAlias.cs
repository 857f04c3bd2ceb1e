namespace Alerts.Core.Matching.Scanning;

/// <summary>An occurrence before look-alikes have hidden others.</summary>
internal readonly record struct FoundAlias(int Start, int Length, int Id, bool Exclusion)
{
    public int End => Start + Length;

    /// <summary>By start, the longer first, then by id.</summary>
    public static readonly Comparison<FoundAlias> Order = (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.Id != b.Id ? a.Id.CompareTo(b.Id) : a.Exclusion.CompareTo(b.Exclusion);
}
