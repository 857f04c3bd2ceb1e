using Alerts.Core.Stories.Claims.Addresses;

namespace Alerts.Core.Stories.Claims;

/// <summary>Addresses and transaction ids that stand literally in the text.</summary>
internal static class AddressClaims
{
    private const int MaxLength = 60_000;

    public static IEnumerable<Claim> Read(ClaimText text)
    {
        var article = text.Reading.Article;
        foreach (var field in (string[])[article.Title, article.Summary, article.Text])
        {
            var read = field.Length > MaxLength ? field[..MaxLength] : field;
            foreach (var found in AddressReader.Read(read))
            {
                yield return new Claim
                {
                    Field = found.IsTransaction ? ClaimField.Transaction : ClaimField.Address,
                    Value = read.Substring(found.Start, found.Length),
                    Network = found.Network.ToString(),
                    Quote = Quote.Of(read, found.Start, found.Length, Math.Max(0, read.LastIndexOf('\n', found.Start)), read.Length),
                };
            }
        }
    }
}
