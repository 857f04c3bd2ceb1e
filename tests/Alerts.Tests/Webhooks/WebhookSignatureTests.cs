using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_740_154_460);
    private static readonly byte[] Body = """{"type":"test"}"""u8.ToArray();
    private static readonly WebhookSecret Current = new(WebhookSecretKey.Format(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()));
    private static readonly WebhookSecret Former = new(WebhookSecretKey.Format(Enumerable.Range(32, 24).Select(i => (byte)i).ToArray()), At.AddHours(24));

    [Fact]
    public void Signed_are_id_timestamp_and_body()
    {
        var expected = HMACSHA256.HashData(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), Encoding.UTF8.GetBytes("""msg_1.1740154460.{"type":"test"}"""));

        Assert.Equal("v1," + Convert.ToBase64String(expected), WebhookSignature.Sign([Current], "msg_1", At, Body));
        Assert.Equal("1740154460", WebhookSignature.Timestamp(At));
    }

    [Fact]
    public void During_a_rotation_both_secrets_sign_and_after_it_one()
    {
        var both = WebhookSignature.Sign([Current, Former], "msg_1", At, Body).Split(' ');
        var after = WebhookSignature.Sign([Current, Former], "msg_1", At.AddHours(24), Body).Split(' ');

        Assert.Equal([WebhookSignature.Sign([Current], "msg_1", At, Body), WebhookSignature.Sign([Former], "msg_1", At, Body)], both);
        Assert.Single(after);
    }

    [Fact]
    public void The_id_is_the_deliverys_without_full_stops() => Assert.Equal("msg_abc_def", WebhookSignature.IdOf(new DeliveryId("abc", "def")));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_has_24_to_64_bytes(int length, bool good)
    {
        var text = WebhookSecretKey.Prefix + Convert.ToBase64String(new byte[length]);

        Assert.Equal(good, WebhookSecretKey.TryParse(text) is not null);
        if (good)
            Assert.Equal(text, WebhookSecretKey.Format(new byte[length]));
        else
            Assert.Throws<ArgumentOutOfRangeException>(() => WebhookSecretKey.Format(new byte[length]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_no-base64!no-base64!no-base64!no-base64!")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public void What_is_no_secret_signs_nothing(string? text)
    {
        Assert.Null(WebhookSecretKey.TryParse(text));
        Assert.Equal("", WebhookSignature.Sign([new WebhookSecret(text ?? "")], "msg_1", At, Body));
    }
}
