using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Alerts.Core.Subscriptions;

/// <summary>
/// An address that can be mailed: one addr-spec without display name, comment, quoting or control characters, so that it can
/// stand in a header. Length limits of RFC 5321 section 4.5.3.1.
/// </summary>
public static class EmailAddress
{
    /// <param name="normalised">Domain in lower-case ASCII (IDNA), local part in lower case: two spellings of one mailbox are one subscription.</param>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? normalised)
    {
        normalised = null;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 254)
        {
            return false;
        }

        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || !IsLocalPart(text.AsSpan(0, at)) || AsciiDomain(text[(at + 1)..]) is not { } domain)
        {
            return false;
        }

        normalised = text[..at].ToLowerInvariant().Normalize(NormalizationForm.FormC) + "@" + domain;
        return true;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in local)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal) || (c > 0x7F && char.IsLetterOrDigit(c))))
            {
                return false;
            }
        }

        return true;
    }

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
            return ascii.Contains('.', StringComparison.Ordinal) && ascii.Length <= 253 && !char.IsAsciiDigit(ascii[^1]) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
