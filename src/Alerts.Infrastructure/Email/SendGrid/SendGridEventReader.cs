using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>Verifies and reads a call of the event webhook.</summary>
public sealed class SendGridEventReader(IOptions<EmailOptions> options, TimeProvider time) : IDisposable
{
    private readonly SendGridSignature? signature = SendGridSignature.TryCreate(options.Value.SendGrid.EventWebhookPublicKey);

    public SendGridEventCall Read(string? given, string? timestamp, ReadOnlyMemory<byte> body)
    {
        if (signature is null)
            return new SendGridEventCall.NotSetUp();

        switch (signature.Verify(given, timestamp, body.Span, time.GetUtcNow()))
        {
            case SignatureVerdict.Forged:
                return new SendGridEventCall.Refused("the signature does not fit the body and the key");
            case SignatureVerdict.Stale:
                return new SendGridEventCall.Refused($"it was signed more than {SendGridSignature.Window.TotalMinutes:0} minutes from the time here");
            default:
                try
                {
                    return new SendGridEventCall.Genuine(SendGridEvents.Parse(body));
                }
                catch (JsonException)
                {
                    return new SendGridEventCall.Garbled();
                }
        }
    }

    public void Dispose() => signature?.Dispose();
}
