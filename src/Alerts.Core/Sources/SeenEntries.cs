using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Sources;

/// <summary>
/// What a source has listed: for each entry eight bytes of its identity and four of its content, newest first, so that an
/// unchanged entry costs no look-up. 1,500 entries are 18 kB, well inside one table property (64 KiB).
/// </summary>
public sealed class SeenEntries
{
    public const int Capacity = 1_500;

    /// <summary>As many as one property holds: for a list that is compared as a whole.</summary>
    public const int LargestCapacity = 64 * 1024 / Size;

    private const int Size = 12;

    private readonly List<(ulong Identity, uint Content)> entries;
    private readonly Dictionary<ulong, uint> contentOf;

    private SeenEntries(List<(ulong Identity, uint Content)> entries)
    {
        this.entries = entries;
        contentOf = new Dictionary<ulong, uint>(entries.Count);
        foreach (var (identity, content) in entries)
        {
            contentOf.TryAdd(identity, content);
        }
    }

    public static SeenEntries Empty { get; } = new([]);

    public int Count => entries.Count;

    public EntrySighting Look(string identity, string content) =>
        !contentOf.TryGetValue(IdentityOf(identity), out var known) ? EntrySighting.New
        : known == ContentOf(content) ? EntrySighting.Unchanged
        : EntrySighting.Changed;

    /// <summary>The same with the entries of this answer first; the oldest fall out beyond the capacity.</summary>
    public SeenEntries With(IEnumerable<(string Identity, string Content)> listed, int capacity = Capacity)
    {
        var merged = new List<(ulong Identity, uint Content)>();
        var taken = new HashSet<ulong>();
        foreach (var (identity, content) in listed)
        {
            var key = IdentityOf(identity);
            if (merged.Count < capacity && taken.Add(key))
            {
                merged.Add((key, ContentOf(content)));
            }
        }

        foreach (var entry in entries)
        {
            if (merged.Count == capacity)
            {
                break;
            }

            if (taken.Add(entry.Identity))
            {
                merged.Add(entry);
            }
        }

        return new SeenEntries(merged);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[entries.Count * Size];
        for (var i = 0; i < entries.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * Size), entries[i].Identity);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * Size + 8), entries[i].Content);
        }

        return bytes;
    }

    /// <summary>Bytes that are no whole number of entries lose their tail rather than the source.</summary>
    public static SeenEntries FromBytes(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<(ulong Identity, uint Content)>(bytes.Length / Size);
        for (var at = 0; at + Size <= bytes.Length; at += Size)
        {
            entries.Add((BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 8)..])));
        }

        return new SeenEntries(entries);
    }

    private static ulong IdentityOf(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static uint ContentOf(string text) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
