using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email;
using Alerts.Tests.Deliveries;
using MimeKit;

namespace Alerts.Tests.Email;

public sealed class MimeMessagesTests
{
    private readonly Mails mails = new();

    [Fact]
    public async Task A_mail_has_both_parts_and_every_header_that_bulk_mail_needs()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));
        using var message = await ReadBackAsync(mails, mail);

        Assert.Equal("Alerts <alerts@example.org>", message.From.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("ana@example.org", message.To.ToString());
        Assert.Equal(SampleAlerts.Now, message.Date);
        Assert.Equal(mail.MessageId, message.MessageId);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("Alerts <alerts.example.org>", message.Headers["List-Id"]);
        Assert.Matches("^<https://alerts\\.example\\.org/unsubscribe\\?token=[A-Za-z0-9._-]+>$", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal(mail.Text, message.TextBody!.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal(mail.Html.ReplaceLineEndings("\n"), message.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.IsType<MultipartAlternative>(message.Body);
    }

    [Fact]
    public async Task An_update_threads()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Update()]));
        using var message = await ReadBackAsync(mails, mail);

        Assert.Equal(mail.InReplyTo, message.InReplyTo);
        Assert.Equal(mail.References, message.References);
        Assert.Equal(mail.InReplyTo, mail.References[^1]);
    }

    [Fact]
    public async Task The_same_mail_gives_the_same_bytes()
    {
        var item = SampleAlerts.Mail(DeliveryContent.Alert);

        Assert.Equal(await BytesAsync(mails, await mails.ComposeAsync(item)), await BytesAsync(mails, await mails.ComposeAsync(item)));
    }

    [Fact]
    public async Task No_line_is_longer_than_smtp_allows_and_none_needs_eight_bits()
    {
        var bytes = await BytesAsync(mails, await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Monster()])));

        Assert.All(bytes, one => Assert.InRange(one, (byte)1, (byte)127));
        Assert.All(System.Text.Encoding.ASCII.GetString(bytes).Split("\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    public static TheoryData<string> Injections =>
    [
        "x\r\nBcc: eve@example.org", "x\nBcc: eve@example.org", "x\rBcc: eve@example.org", "x\u2028Bcc: eve@example.org", "x\u0085Bcc: eve@example.org",
        "x\r\n\r\n<html>", "x\0y", "x\u202Ey", "=?utf-8?q?x=0D=0ABcc:_eve@example.org?=", "x\r\n Bcc: folded@example.org", "\u000bBcc: eve@example.org",
        "\"quoted\" <eve@example.org>", "x, eve@example.org", new string('y', 5_000),
    ];

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task Nothing_that_others_write_makes_a_header(string attack)
    {
        var clean = new Mails();
        var options = new EmailOptions { From = "alerts@example.org", FromName = attack };
        var attacked = new Mails(options);
        var story = SampleAlerts.Story() with { Title = attack, Facts = SampleAlerts.Story().Facts with { Victims = [attack], Actors = [attack], AmountText = attack } };
        var item = SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Alert() with { Story = story }]);
        using var expected = await ReadBackAsync(clean, await clean.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert)));
        using var message = await ReadBackAsync(attacked, await attacked.ComposeAsync(item));

        Assert.Equal(expected.Headers.Select(header => header.Field), message.Headers.Select(header => header.Field));
        Assert.Equal("alerts@example.org", Assert.Single(message.From.Mailboxes).Address);
        Assert.Equal("ana@example.org", Assert.Single(message.GetRecipients()).Address);
        Assert.DoesNotContain(message.Subject!, char.IsControl);
        Assert.DoesNotContain('\u202E', message.Subject!);
        Assert.DoesNotContain("<html>", message.TextBody![..20], StringComparison.Ordinal);
    }

    private static async Task<byte[]> BytesAsync(Mails mails, ComposedEmail mail)
    {
        using var message = mails.Mime.Of(mail);
        using var stream = new MemoryStream();
        await message.WriteToAsync(stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static async Task<MimeMessage> ReadBackAsync(Mails mails, ComposedEmail mail) =>
        await MimeMessage.LoadAsync(new MemoryStream(await BytesAsync(mails, mail)), TestContext.Current.CancellationToken);
}
