using SimpleBase;

namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>
/// Finds addresses and transaction ids, whole and literal. Bitcoin, Tron and mixed-case Ethereum addresses prove themselves by
/// their checksums; what has none (Solana's keys, transaction ids) counts only beside a word that says what it is.
/// </summary>
public static class AddressReader
{
    private const int MaxFound = 40;
    private const int MinLength = 26;
    private const int MaxLength = 90;
    private const int WordsBefore = 80;
    private const int WordsAfter = 40;
    private const int HashDigits = 64;
    private const byte BitcoinKeyHash = 0x00;
    private const byte BitcoinScriptHash = 0x05;
    private const byte TronVersion = 0x41;
    private const int SolanaKeyBytes = 32;
    private const int SolanaSignatureBytes = 64;

    private static readonly string[] s_transactionWords =
        ["transaction", "transaktion", "txid", "tx hash", "/tx/", "tx:", "transacci", "транзакц", "hash", "트랜잭션", "거래", "トランザクション", "取引", "交易", "哈希"];

    private static readonly string[] s_solanaWords = ["solana", "solscan", "solana.fm", "솔라나", "ソラナ", "索拉纳", "солан"];

    public static IReadOnlyList<ChainReference> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<ChainReference>();
        for (var at = 0; at < text.Length && found.Count < MaxFound;)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
            var length = at - start;
            if (length is >= MinLength and <= MaxLength && Of(text, start, length) is { } reference) found.Add(reference);
        }

        return found;
    }

    private static ChainReference? Of(string text, int start, int length)
    {
        var word = text.AsSpan(start, length);
        if (EthereumAddress.Check(word) is { } hasChecksum) return new(Network.Ethereum, false, hasChecksum, start, length);
        if (Bech32.IsAddress(word)) return new(Network.Bitcoin, false, true, start, length);
        switch (Base58Check.VersionOf(word))
        {
            case BitcoinKeyHash when word[0] == '1':
            case BitcoinScriptHash when word[0] == '3':
                return new(Network.Bitcoin, false, true, start, length);
            case TronVersion:
                return new(Network.Tron, false, true, start, length);
        }

        if (IsHash(word)) return Says(text, start, length, s_transactionWords) ? new(word.Length > HashDigits ? Network.Ethereum : Network.Unknown, true, false, start, length) : null;
        return length is >= 32 and <= 88 && IsMixed(word) && Says(text, start, length, s_solanaWords) ? Solana(word, start) : null;
    }

    private static bool IsHash(ReadOnlySpan<char> word)
    {
        var digits = word.StartsWith("0x", StringComparison.Ordinal) ? word[2..] : word;
        return digits.Length == HashDigits && !digits.ContainsAnyExcept(Hexadecimal.Digits);
    }

    private static ChainReference? Solana(ReadOnlySpan<char> word, int start)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (!Base58.Bitcoin.TryDecode(word, bytes, out var length)) return null;
        return length switch
        {
            SolanaKeyBytes => new ChainReference(Network.Solana, false, false, start, word.Length),
            SolanaSignatureBytes => new ChainReference(Network.Solana, true, false, start, word.Length),
            _ => null,
        };
    }

    /// <summary>No word of a language: upper and lower case and digits.</summary>
    private static bool IsMixed(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('1', '9');

    private static bool Says(string text, int start, int length, string[] words)
    {
        var from = Math.Max(0, start - WordsBefore);
        var before = text[from..start];
        var after = text.Substring(start + length, Math.Min(WordsAfter, text.Length - start - length));
        return words.Any(word => before.Contains(word, StringComparison.OrdinalIgnoreCase) || after.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
