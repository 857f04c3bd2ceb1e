using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>Finds the words of a piece of text, 64 characters at a time where they are ASCII, one by one where scripts ask for it.</summary>
internal ref struct WordMarker(ReadOnlySpan<char> text, int from, int length, byte[] folded, ushort[] edges, ushort[] foreign)
{
    private readonly ReadOnlySpan<char> _text = text;
    private WordEdges _edges = new(edges);
    private bool _ideograph;

    /// <summary>How many edges were written; odd when the last word goes on behind the piece.</summary>
    public readonly int EdgeCount => _edges.Count;

    /// <summary>How many characters of words are not ASCII, so that the folded bytes do not say which they are.</summary>
    public int ForeignCount { get; private set; }

    /// <summary>Writes all edges and foreign characters as positions in the piece, and the piece as lower-case bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Mark()
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), from));
        ref byte target = ref MemoryMarshal.GetArrayDataReference(folded);
        int whole = length & -CharacterBlock.Length;
        WordEdges local = _edges;
        ulong open = 0;
        for (int at = 0; at < whole; at += CharacterBlock.Length)
        {
            ulong letters = CharacterBlock.Letters(ref Unsafe.Add(ref source, at), ref Unsafe.Add(ref target, at), out ulong beyond);
            if (beyond != 0 && !AddForeign(at, beyond, ref letters))
            {
                _edges = local;
                ReadOneByOne(at, CharacterBlock.Length);
                local = _edges;
                open = (ulong)(local.Count & 1);
                continue;
            }
            // A word starts or ends where a letter is not followed by a letter or the other way round.
            local.Add(letters ^ ((letters << 1) | open), at);
            open = letters >> 63;
        }
        _edges = local;
        ReadOneByOne(whole, length - whole);
        if (_edges.IsOpen && from + length == _text.Length)
            _edges.Add(length);
    }

    // Quotation marks and dashes part words, accented letters are letters; for anything else the block has to be read one by one.
    private bool AddForeign(int at, ulong beyond, ref ulong letters)
    {
        ulong added = 0;
        for (ulong rest = beyond; rest != 0; rest &= rest - 1)
        {
            int i = BitOperations.TrailingZeroCount(rest);
            CharacterClass kind = Characters.ClassOf(_text[from + at + i]);
            if (kind > CharacterClass.Letter)
                return false;
            if (kind == CharacterClass.Letter)
                added |= 1UL << i;
        }
        letters |= added;
        for (; added != 0; added &= added - 1)
            foreign[ForeignCount++] = (ushort)(at + BitOperations.TrailingZeroCount(added));
        return true;
    }

    private void ReadOneByOne(int at, int count)
    {
        for (int i = at; i < at + count; i++)
        {
            char c = _text[from + i];
            folded[i] = (byte)(c | 0x20);
            CharacterClass kind = Characters.ClassAt(_text, from + i);
            bool starts = kind == CharacterClass.Ideograph || (kind == CharacterClass.Letter && (_ideograph || !_edges.IsOpen));
            if (_edges.IsOpen && (starts || kind < CharacterClass.Letter))
                _edges.Add(i);
            if (starts)
            {
                _edges.Add(i);
                _ideograph = kind == CharacterClass.Ideograph;
            }
            if (c >= 0x80 && _edges.IsOpen)
                foreign[ForeignCount++] = (ushort)i;
        }
        // Left open, an ideograph would take in the letters of a block that is read at once.
        if (_ideograph && _edges.IsOpen && !Continues(from + at + count))
            _edges.Add(at + count);
        _ideograph &= _edges.IsOpen;
    }

    private readonly bool Continues(int at) =>
        at < _text.Length && Characters.ClassAt(_text, at) is CharacterClass.Continuation or CharacterClass.Ignored;
}
