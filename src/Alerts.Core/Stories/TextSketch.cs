using System.Buffers.Binary;
using System.Globalization;

namespace Alerts.Core.Stories;

/// <summary>
/// A text's least hashes under 32 permutations of its shingles (MinHash): the share that two sketches have in common estimates the share of shingles that
/// the texts have in common. Each of the first ten is a band by itself, so that copies which keep three shingles in ten are found with a chance
/// of 1 − 0.7¹⁰ = 97 %. Shingles are four words, or eight letters where words are not divided.
/// </summary>
public sealed class TextSketch
{
    public const double Alike = 0.25;

    private const int Size = 32;
    private const int BandCount = 10;
    private const int Words = 4;
    private const int Letters = 8;
    private const int MinShingles = 24;
    private const int Read = 6_000;

    private readonly uint[] least;

    private TextSketch(uint[] least) => this.least = least;

    public IEnumerable<string> Bands => least.Take(BandCount).Select((hash, band) => string.Create(CultureInfo.InvariantCulture, $"{band}:{hash:x8}"));

    /// <returns>Null where the text is too short to be told from another.</returns>
    public static TextSketch? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shingles = Shingles(text.Length > Read ? text[..Read] : text);
        if (shingles.Count < MinShingles) return null;
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var at = 0; at < Size; at++)
            {
                var hash = (uint)(Mix(shingle + ((ulong)at * 0x9E3779B97F4A7C15)) >> 32);
                if (hash < least[at]) least[at] = hash;
            }
        }

        return new(least);
    }

    /// <summary>As <see cref="ToString"/> wrote it.</summary>
    public static TextSketch? Parse(string written)
    {
        var bytes = new byte[Size * sizeof(uint)];
        if (!Convert.TryFromBase64String(written, bytes, out var count) || count != bytes.Length) return null;
        return new([.. Enumerable.Range(0, Size).Select(at => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at * sizeof(uint))))]);
    }

    public double LikenessTo(TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return least.Zip(other.least).Count(pair => pair.First == pair.Second) / (double)Size;
    }

    public override string ToString()
    {
        var bytes = new byte[Size * sizeof(uint)];
        for (var at = 0; at < Size; at++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * sizeof(uint)), least[at]);
        return Convert.ToBase64String(bytes);
    }

    private static HashSet<ulong> Shingles(string text)
    {
        var words = new List<ulong>();
        var letters = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var hash = 14695981039346656037;
            var from = at;
            for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++) hash = (hash ^ char.ToLowerInvariant(text[at])) * 1099511628211;
            letters += at - from;
            words.Add(hash);
        }

        // Where words are not divided, a run of letters is a whole sentence.
        if (words.Count > 0 && letters / words.Count > Letters) words = [.. text.Where(char.IsLetterOrDigit).Select(c => (ulong)char.ToLowerInvariant(c))];
        var size = letters > 0 && words.Count == letters ? Letters : Words;
        var shingles = new HashSet<ulong>();
        for (var at = 0; at + size <= words.Count; at++)
        {
            var hash = 0UL;
            for (var part = 0; part < size; part++) hash = Mix(hash ^ words[at + part]);
            shingles.Add(hash);
        }

        return shingles;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
