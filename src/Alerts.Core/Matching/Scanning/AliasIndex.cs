using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// The aliases as a graph of words in flat tables: all edges in one open-addressed table by a hash of node, word and gap; nodes, entries and
/// letters in arrays. Several edges may have one key ("tradertraitor" leads to the alias of one word and to that of two), so a look-up goes on
/// to the first empty slot. Immutable.
/// </summary>
internal sealed class AliasIndex(
    AliasIndex.Edge[] edges, int shift, int[] nodes, AliasEntry[] entries, char[] letters, AliasDetail[] details, BitFilter filter)
{
    public const int Root = 0;

    // A node is the number of its first entry plus one, doubled, plus one when edges leave it.
    public const int NoEntry = 0;
    public const int HasChildren = 1;

    public bool IsEmpty => entries.Length == 0;

    public BitFilter Filter => filter;

    public static int FirstEntryOf(int node) => (node >> 1) - 1;

    public static int WithFirstEntry(int node, int entry) => ((entry + 1) << 1) | (node & HasChildren);

    public static ulong KeyOf(int node, ulong word, ulong gap) =>
        (word ^ ((ulong)node * 0x9FB2_1C65_1E98_DF25) ^ (gap * 0xD6E8_FEB8_6659_FD93)) * 0x9E37_79B9_7F4A_7C15;

    public bool Leads(int node) => (nodes[node] & HasChildren) != 0;

    public int FirstEntry(int node) => FirstEntryOf(nodes[node]);

    public ref readonly AliasEntry Entry(int entry) => ref entries[entry];

    public ReadOnlySpan<char> LettersOf(in AliasEntry entry) => letters.AsSpan(entry.KeyStart, entry.KeyLength);

    public AliasDetail? DetailOf(in AliasEntry entry) => entry.Detail < 0 ? null : details[entry.Detail];

    /// <summary>The next node that the key leads to, from the slot on; 0 when there is no other.</summary>
    public int Next(ulong key, ref int slot)
    {
        while (true)
        {
            Edge edge = edges[slot & (edges.Length - 1)];
            slot++;
            if (edge.Target == 0)
                return 0;
            if (edge.Tag == (uint)key)
                return edge.Node;
        }
    }

    /// <summary>
    /// Keeps of the candidates those with which some alias may begin. Does for all what following each would do first, so that the processor
    /// waits for many places of a large table at once.
    /// </summary>
    public int KeepKnown(ReadOnlySpan<ulong> hashes, Span<ushort> candidates)
    {
        int count = 0;
        foreach (ushort word in candidates)
        {
            candidates[count] = word;
            count += edges[(int)(KeyOf(Root, hashes[word], Gap.None) >> shift)].Target == 0 ? 0 : 1;
        }
        return count;
    }

    public int FirstSlot(ulong key) => (int)(key >> shift);

    /// <summary>From a node (in the key) by a word to a node. The node's own edge to a child, or a further one made by a run or an inflected form.</summary>
    internal readonly record struct Edge(uint Tag, int Target)
    {
        public bool IsOwn => (Target & 1) != 0;

        public int Node => Target >> 1;

        public static Edge Own(uint tag, int node) => new(tag, (node << 1) | 1);

        public static Edge Further(uint tag, int node) => new(tag, node << 1);
    }
}
