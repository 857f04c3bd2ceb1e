using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>
/// Verifies that events come from SendGrid: ECDSA on P-256 with SHA-256 over timestamp and body, as it states in
/// <see cref="SignatureHeader"/> and <see cref="TimestampHeader"/>. Anybody can reach the endpoint, and who could forge a bounce
/// could silence a subscriber.
/// </summary>
public sealed class SendGridSignature : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly ECDsa key;

    private SendGridSignature(ECDsa key) => this.key = key;

    /// <summary>What was overheard cannot be sent again after this. SendGrid signs a batch anew when it repeats it.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <param name="publicKey">SubjectPublicKeyInfo in base64.</param>
    public static SendGridSignature? TryCreate(string? publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey ?? ""), out _);
            if (key.KeySize == 256)
                return new SendGridSignature(key);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // Falls through: no key of this kind.
        }

        key.Dispose();
        return null;
    }

    public SignatureVerdict Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var der = new byte[256];
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || !Convert.TryFromBase64String(signature ?? "", der, out var length)
            || !Verify([.. Encoding.ASCII.GetBytes(timestamp), .. body], der.AsSpan(0, length)))
        {
            return SignatureVerdict.Forged;
        }

        return Math.Abs(seconds - now.ToUnixTimeSeconds()) <= (long)Window.TotalSeconds ? SignatureVerdict.Genuine : SignatureVerdict.Stale;
    }

    public void Dispose() => key.Dispose();

    private bool Verify(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
