using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Providers;
using Alerts.Infrastructure.Email.SendGrid;

namespace Alerts.Tests.Email.SendGrid;

public sealed class SendGridEventsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = """[{"event":"bounce","sg_event_id":"e1","delivery_id":"a.b","sg_message_id":"m1.filter1","timestamp":1795424400,"type":"bounce","reason":"550 5.1.1"}]"""u8.ToArray();

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Fact]
    public void What_the_provider_signed_is_genuine() => Assert.Equal(SignatureVerdict.Genuine, Verify(Sign(Now, Body), Now, Body));

    [Theory]
    [InlineData(-10, SignatureVerdict.Genuine)]
    [InlineData(10, SignatureVerdict.Genuine)]
    [InlineData(-11, SignatureVerdict.Stale)]
    [InlineData(11, SignatureVerdict.Stale)]
    public void A_replay_is_stale(int minutes, SignatureVerdict verdict) => Assert.Equal(verdict, Verify(Sign(Now.AddMinutes(minutes), Body), Now.AddMinutes(minutes), Body));

    [Fact]
    public void A_changed_body_time_or_key_is_forged()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(SignatureVerdict.Forged, Verify(Sign(Now, Body), Now, [.. Body, (byte)' ']));
        Assert.Equal(SignatureVerdict.Forged, Verify(Sign(Now, Body), Now.AddSeconds(1), Body));
        Assert.Equal(SignatureVerdict.Forged, Verify(Sign(Now, Body, stranger), Now, Body));
    }

    [Theory]
    [InlineData(null, "1795424400")]
    [InlineData("", "1795424400")]
    [InlineData("not base64", "1795424400")]
    [InlineData("MEUCIQ==", "1795424400")]
    [InlineData("AAAA", null)]
    [InlineData("AAAA", "")]
    [InlineData("AAAA", "-1")]
    [InlineData("AAAA", "1e9")]
    public void Nonsense_is_forged(string? signature, string? timestamp) => Assert.Equal(SignatureVerdict.Forged, Verifier().Verify(signature, timestamp, Body, Now));

    [Fact]
    public void Only_a_P256_key_is_taken()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Null(SendGridSignature.TryCreate(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())));
        Assert.Null(SendGridSignature.TryCreate("nonsense"));
        Assert.Null(SendGridSignature.TryCreate(null));
    }

    [Theory]
    [InlineData("""{"event":"processed"}""", ProviderEventKind.Accepted)]
    [InlineData("""{"event":"delivered"}""", ProviderEventKind.Delivered)]
    [InlineData("""{"event":"deferred"}""", ProviderEventKind.Deferred)]
    [InlineData("""{"event":"bounce","type":"bounce"}""", ProviderEventKind.Bounced)]
    [InlineData("""{"event":"bounce","type":"blocked"}""", ProviderEventKind.Blocked)]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", ProviderEventKind.Dropped)]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", ProviderEventKind.Dropped)]
    [InlineData("""{"event":"dropped","reason":"Invalid"}""", ProviderEventKind.Dropped)]
    [InlineData("""{"event":"dropped","reason":"Recipient List over Package Quota"}""", ProviderEventKind.Blocked)]
    [InlineData("""{"event":"spamreport"}""", ProviderEventKind.Complained)]
    [InlineData("""{"event":"unsubscribe"}""", ProviderEventKind.Unsubscribed)]
    [InlineData("""{"event":"group_unsubscribe"}""", ProviderEventKind.Unsubscribed)]
    [InlineData("""{"event":"open"}""", ProviderEventKind.Other)]
    [InlineData("""{"event":7}""", ProviderEventKind.Other)]
    [InlineData("{}", ProviderEventKind.Other)]
    public void An_event_has_its_kind(string json, ProviderEventKind kind) => Assert.Equal(kind, Assert.Single(SendGridEvents.Parse(Encoding.UTF8.GetBytes($"[{json}]"))).Kind);

    [Fact]
    public void An_event_names_its_delivery_time_and_reason() => Assert.Equal(
        new ProviderEvent("e1", new DeliveryId("a", "b"), "m1", ProviderEventKind.Bounced, Now, "550 5.1.1"), Assert.Single(SendGridEvents.Parse(Body)));

    [Fact]
    public void What_is_no_event_is_passed_over() => Assert.Equal(
        [null, ProviderEventKind.Bounced],
        SendGridEvents.Parse("""[1,"x",null,{"delivery_id":"nodot","timestamp":"soon"},{"event":"bounce","timestamp":99999999999999}]"""u8.ToArray())
            .Select(item => item.Kind == ProviderEventKind.Other && item.Delivery is null ? (ProviderEventKind?)null : item.Kind));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    public void What_is_no_array_is_refused(string body) => Assert.ThrowsAny<JsonException>(() => SendGridEvents.Parse(Encoding.UTF8.GetBytes(body)));

    private SendGridSignature Verifier() => SendGridSignature.TryCreate(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()))!;

    private SignatureVerdict Verify(string signature, DateTimeOffset at, byte[] body) => Verifier().Verify(signature, Seconds(at), body, Now);

    private string Sign(DateTimeOffset at, byte[] body, ECDsa? by = null) =>
        Convert.ToBase64String((by ?? key).SignData([.. Encoding.ASCII.GetBytes(Seconds(at)), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
