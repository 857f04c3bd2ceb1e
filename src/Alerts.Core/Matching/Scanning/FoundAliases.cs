namespace Alerts.Core.Matching.Scanning;

/// <summary>What one scan has found; kept by the thread, so that a scan allocates nothing.</summary>
internal sealed class FoundAliases
{
    private const int Kept = 1 << 14;

    /// <summary>By start, the longer first, then by id.</summary>
    private static readonly Comparison<AliasOccurrence> s_order = (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.Id.CompareTo(b.Id);

    private AliasOccurrence[] _found = new AliasOccurrence[256];
    private int _count;
    private bool _sorted = true;

    public void Add(AliasOccurrence found)
    {
        if (_count == _found.Length)
            Array.Resize(ref _found, _count * 2);
        _sorted = _sorted && (_count == 0 || s_order(_found[_count - 1], found) <= 0);
        _found[_count++] = found;
    }

    /// <summary>Appends them in order, each once, and forgets everything.</summary>
    public void MoveTo(List<AliasOccurrence> results)
    {
        Span<AliasOccurrence> found = _found.AsSpan(0, _count);
        if (!_sorted)
            found.Sort(s_order);
        for (int i = 0; i < found.Length; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
                results.Add(found[i]);
        }
        Clear();
    }

    private void Clear()
    {
        if (_found.Length > Kept)
            _found = new AliasOccurrence[Kept];
        (_count, _sorted) = (0, true);
    }
}
