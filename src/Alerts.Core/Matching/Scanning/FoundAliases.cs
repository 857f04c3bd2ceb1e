namespace Alerts.Core.Matching.Scanning;

/// <summary>What one scan has found; kept by the thread, so that a scan allocates nothing.</summary>
internal sealed class FoundAliases
{
    private const int Kept = 1 << 14;

    private FoundAlias[] _found = new FoundAlias[256];
    private int _count;
    private bool _sorted = true;
    private bool _exclusions;

    public void Add(FoundAlias found)
    {
        if (_count == _found.Length)
            Array.Resize(ref _found, _count * 2);
        _sorted = _sorted && (_count == 0 || FoundAlias.Order(_found[_count - 1], found) <= 0);
        _exclusions |= found.Exclusion;
        _found[_count++] = found;
    }

    /// <summary>Appends what is not hidden in order, each once, and forgets everything.</summary>
    public void MoveTo(List<AliasOccurrence> results)
    {
        Span<FoundAlias> found = _found.AsSpan(0, _count);
        if (!_sorted)
            found.Sort(FoundAlias.Order);
        int hiddenUntil = -1;
        for (int i = 0; i < found.Length; i++)
        {
            if (_exclusions && (i == 0 || found[i].Start != found[i - 1].Start))
                hiddenUntil = Math.Max(hiddenUntil, LongestExclusionAt(found, i));
            bool hidden = !found[i].Exclusion && found[i].End <= hiddenUntil;
            if (!hidden && (i == 0 || found[i] != found[i - 1]))
                results.Add(new(found[i].Id, found[i].Start, found[i].Length));
        }
        Clear();
    }

    private static int LongestExclusionAt(ReadOnlySpan<FoundAlias> found, int i)
    {
        for (int start = found[i].Start; i < found.Length && found[i].Start == start; i++)
        {
            if (found[i].Exclusion)
                return found[i].End;
        }
        return -1;
    }

    private void Clear()
    {
        if (_found.Length > Kept)
            _found = new FoundAlias[Kept];
        (_count, _sorted, _exclusions) = (0, true, false);
    }
}
