using System.Globalization;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories.Claims;

/// <summary>What was lost: the one sum that the article tells of its theft, and the tokens that it counts.</summary>
internal static class AmountClaims
{
    private const int MaxTokens = 4;
    private const int Near = 90;

    public static IEnumerable<Claim> Read(ClaimText text)
    {
        if (StoryAmount.Of(text.Reading) is { } amount && !IsOfFunds(text, amount))
        {
            yield return new Claim
            {
                Field = ClaimField.Amount,
                Value = amount.Text,
                Usd = amount.Usd is { } usd ? decimal.Round(usd) : null,
                UsdLow = amount is { IsRange: true, UsdLow: { } low } ? decimal.Round(low) : null,
                UsdHigh = amount is { IsRange: true, UsdHigh: { } high } ? decimal.Round(high) : null,
                UsdIsEstimate = amount is { Usd: not null, UsdIsEstimate: true, Unit: not null },
                Hedge = Hedge.Stated,
                Quote = QuoteOf(text, amount),
            };
        }

        foreach (var claim in TokensOf(text).Take(MaxTokens)) yield return claim;
    }

    /// <summary>What was frozen or recovered is no more than a part of what was lost.</summary>
    private static bool IsOfFunds(ClaimText text, Amount amount) =>
        SentenceOf(text, amount) is { } sentence && FundsClaims.IsOfFunds(sentence, amount.Start, amount.End);

    private static Quote QuoteOf(ClaimText text, Amount amount) => SentenceOf(text, amount)?.Quote(amount.Start, amount.Length) ?? new Quote("", amount.Text, "");

    private static ClaimSentence? SentenceOf(ClaimText text, Amount amount) => text.Sentences.FirstOrDefault(sentence =>
        amount.Start >= sentence.Start && amount.Start < sentence.End && string.CompareOrdinal(sentence.Text, amount.Start, amount.Text, 0, amount.Text.Length) == 0);

    private static IEnumerable<Claim> TokensOf(ClaimText text) =>
        from sentence in text.OnTopic
        where sentence.HasDeed && text.Victim is not null && (sentence.IsLead || sentence.Names(text.Victim))
        from amount in AmountReader.Read(sentence.Words, text.Reading.Language, text.SumsAt)
        where amount is { IsToken: true, Unit: not null } && sentence.ToDeed(sentence.Start + amount.Start, sentence.Start + amount.End) <= Near
        select new Claim
        {
            Field = ClaimField.Taken,
            Value = string.Create(CultureInfo.InvariantCulture, $"{amount.Value:#,0.####} {amount.Unit}"),
            Quote = sentence.Quote(sentence.Start + amount.Start, amount.Length),
        };
}
