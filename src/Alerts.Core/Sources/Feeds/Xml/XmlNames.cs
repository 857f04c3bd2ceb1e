using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>The names of one document: each is decoded and cut at its colon once, however often it stands there.</summary>
internal sealed class XmlNames(XmlNameTable table)
{
    /// <summary>Feeds use some dozens; more are an attack on this table.</summary>
    private const int Most = 512;
    private const int Slots = 4 * Most;

    private readonly XmlName?[] _slots = new XmlName?[Slots];
    private int _count;

    /// <summary>Null for a name that is not plain ASCII with at most one colon in its middle, and for one too many.</summary>
    public XmlName? Find(ReadOnlySpan<byte> bytes)
    {
        for (var slot = Hash(bytes) % Slots; ; slot = (slot + 1) % Slots)
        {
            if (_slots[slot] is not { } name)
                return Add(bytes, slot);
            if (bytes.SequenceEqual(name.Bytes))
                return name;
        }
    }

    private XmlName? Add(ReadOnlySpan<byte> bytes, uint slot)
    {
        var colon = bytes.IndexOf((byte)':');
        if (_count == Most || bytes.IsEmpty || !Starts(bytes[0]) || colon == bytes.Length - 1 || (colon >= 0 && (!Starts(bytes[colon + 1]) || bytes[(colon + 1)..].Contains((byte)':'))))
            return null;
        _count++;
        var text = Encoding.ASCII.GetString(bytes);
        return _slots[slot] = new XmlName(bytes.ToArray(), table.Add(text), table.Add(colon > 0 ? text[..colon] : ""), table.Add(text[(colon + 1)..]));
    }

    private static bool Starts(byte b) => char.IsAsciiLetter((char)b) || b == '_';

    /// <summary>Names of feeds differ in length, beginning or end.</summary>
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(uint))
        {
            var first = MemoryMarshal.Read<uint>(bytes);
            var last = MemoryMarshal.Read<uint>(bytes[^sizeof(uint)..]);
            return ((first * 0x9E3779B1) ^ (last * 0x85EBCA77) ^ (uint)bytes.Length) >> 8;
        }

        var hash = (uint)bytes.Length;
        foreach (var b in bytes)
            hash = (hash * 31) + b;
        return hash * 0x9E3779B1 >> 8;
    }
}
