using System.Numerics;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Fills the tables of an <see cref="AliasIndex"/>. The table of edges never grows: its size is counted first.</summary>
internal sealed class AliasIndexBuilder
{
    private readonly AliasIndex.Edge[] _edges;
    private readonly int _shift;
    private readonly List<int> _nodes;
    private readonly AliasEntry[] _entries;
    private readonly BitFilter _filter;
    private int _entryCount;

    public AliasIndexBuilder(int edges, int keys, int words, int spellings)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, edges + (edges / 2)));
        _edges = new AliasIndex.Edge[slots];
        _shift = 64 - BitOperations.Log2((uint)slots);
        _nodes = new(words + 1) { AliasIndex.NoEntry };
        _entries = new AliasEntry[spellings];
        _filter = new BitFilter(keys);
    }

    /// <summary>The node that this word leads to, made when it is not there. All aliases that begin alike share it.</summary>
    public int Child(int node, ulong word, ulong gap)
    {
        ulong key = AliasIndex.KeyOf(node, word, gap);
        int slot = (int)(key >> _shift);
        for (; _edges[slot].Target != 0; slot = (slot + 1) & (_edges.Length - 1))
        {
            if (_edges[slot].Tag == (uint)key && _edges[slot].IsOwn)
                return _edges[slot].Node;
        }
        int child = _nodes.Count;
        _nodes.Add(AliasIndex.NoEntry);
        _nodes[node] |= AliasIndex.HasChildren;
        _edges[slot] = AliasIndex.Edge.Own((uint)key, child);
        return child;
    }

    /// <summary>Another way to a node that is there.</summary>
    public void Link(int node, ulong word, ulong gap, int child)
    {
        ulong key = AliasIndex.KeyOf(node, word, gap);
        int slot = (int)(key >> _shift);
        for (; _edges[slot].Target != 0; slot = (slot + 1) & (_edges.Length - 1))
        {
            if (_edges[slot].Tag == (uint)key && _edges[slot].Node == child)
                return;
        }
        _nodes[node] |= AliasIndex.HasChildren;
        _edges[slot] = AliasIndex.Edge.Further((uint)key, child);
    }

    public void AddKey(ulong key) => _filter.Add(key);

    public void End(int node, AliasEntry entry)
    {
        int first = AliasIndex.FirstEntryOf(_nodes[node]);
        _entries[_entryCount] = entry with { Next = first };
        _nodes[node] = AliasIndex.WithFirstEntry(_nodes[node], _entryCount++);
    }

    public AliasIndex Build(char[] letters, AliasDetail[] details) => new(_edges, _shift, [.. _nodes], _entries, letters, details, _filter);
}
