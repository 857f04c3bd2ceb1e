using System.Security.Cryptography;

namespace Alerts.Infrastructure.Email;

/// <summary>
/// Stand for a recipient's tokens in a body that many share. They are drawn anew by each process, so that no article can contain
/// one; and what replaces them is URL-safe, so that replacing cannot break out of a link.
/// </summary>
public sealed record RecipientMarks(string Confirm, string Preferences, string Unsubscribe)
{
    public static RecipientMarks Draw() => new(Draw("c"), Draw("p"), Draw("u"));

    private static string Draw(string kind) => $"mark-{kind}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
}
