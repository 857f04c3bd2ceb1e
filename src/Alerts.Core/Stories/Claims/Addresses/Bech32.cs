namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>Addresses of segregated witness: BIP 173 for version 0, BIP 350 for those after it.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const string HumanPart = "bc";
    private const uint Constant = 1;
    private const uint ConstantOfBech32m = 0x2BC830A3;
    private const int ChecksumLength = 6;
    private const int MaxLength = 90;

    private static ReadOnlySpan<uint> Generator => [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length is < 14 or > MaxLength) return false;
        var lower = text.ToString().ToLowerInvariant();
        if (!lower.StartsWith(HumanPart + "1", StringComparison.Ordinal)) return false;
        // Either case, never both.
        if (!text.SequenceEqual(lower) && !text.SequenceEqual(lower.ToUpperInvariant())) return false;
        var data = lower.AsSpan(HumanPart.Length + 1);
        var checksum = 1u;
        foreach (var value in (ReadOnlySpan<int>)[HumanPart[0] >> 5, HumanPart[1] >> 5, 0, HumanPart[0] & 31, HumanPart[1] & 31]) checksum = Next(checksum, value);
        foreach (var c in data)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) return false;
            checksum = Next(checksum, value);
        }

        var version = Alphabet.IndexOf(data[0], StringComparison.Ordinal);
        return checksum == (version == 0 ? Constant : ConstantOfBech32m) && IsProgram(version, data[1..^ChecksumLength]);
    }

    private static uint Next(uint checksum, int value)
    {
        var top = checksum >> 25;
        checksum = ((checksum & 0x1FFFFFF) << 5) ^ (uint)value;
        for (var bit = 0; bit < Generator.Length; bit++)
        {
            if (((top >> bit) & 1) != 0) checksum ^= Generator[bit];
        }

        return checksum;
    }

    private static bool IsProgram(int version, ReadOnlySpan<char> program)
    {
        var bytes = program.Length * 5 / 8;
        var padding = program.Length * 5 % 8;
        if (version > 16 || padding > 4 || (Alphabet.IndexOf(program[^1], StringComparison.Ordinal) & ((1 << padding) - 1)) != 0) return false;
        return version == 0 ? bytes is 20 or 32 : bytes is >= 2 and <= 40;
    }
}
