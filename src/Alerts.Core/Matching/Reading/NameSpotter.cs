namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Sees names that tell by their look what they name: "OlympusDAO", "KyberSwap", "FixedFi". A capital, and a second one where the
/// ending begins. New protocols are robbed faster than anyone lists them.
/// </summary>
internal static class NameSpotter
{
    private static readonly string[] s_endings = ["DAO", "Swap", "Fi", "Lend", "DEX", "Bridge", "Vault", "Finance", "Protocol", "Exchange", "Wallet", "Staking", "Loan", "Loans"];

    /// <summary>Words of the field that are built the same way and name no one.</summary>
    private static readonly string[] s_words = ["DeFi", "GameFi", "CeFi", "SocialFi", "TradFi", "ReFi", "NFTFi", "WiFi", "HiFi", "SciFi", "LiFi", "FinFi", "PayFi", "DeSciFi"];

    public static void Spot(ReadOnlySpan<char> text, List<(int Start, int Length)> names)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
            if (IsName(text[start..at])) names.Add((start, at - start));
        }
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var ending in s_endings)
        {
            var stem = word.Length - ending.Length;
            if (stem < 2 || !word.EndsWith(ending) || !char.IsAsciiLetter(word[0])) continue;
            // "Fi" ends plain words too; its capital is what tells.
            return !char.IsAsciiLetterUpper(word[stem - 1]) && !Contains(word);
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<char> word)
    {
        foreach (var known in s_words)
        {
            if (word.SequenceEqual(known)) return true;
        }

        return false;
    }
}
