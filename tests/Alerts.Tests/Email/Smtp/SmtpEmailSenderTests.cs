using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Tests.Deliveries;
using Alerts.Tests.Tools;

namespace Alerts.Tests.Email.Smtp;

/// <summary>Against a real mail server.</summary>
public sealed class SmtpEmailSenderTests(Maildev server) : IClassFixture<Maildev>
{
    [Fact]
    public async Task A_batch_arrives_one_recipient_a_mail_each_with_its_own_links()
    {
        var mails = new Mails(Options(server.SmtpPort));
        var items = Enumerable.Range(0, 25).Select(i => SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader($"batch{i}@example.org"))).ToList();
        var sender = mails.SmtpSender();

        var outcomes = await sender.SendAsync(items, TestContext.Current.CancellationToken);
        // The server keeps the mails of other tests as well.
        var got = (await server.MailsAsync(TestContext.Current.CancellationToken)).EnumerateArray()
            .Where(mail => mail.GetProperty("to")[0].GetProperty("address").GetString()!.StartsWith("batch", StringComparison.Ordinal)).ToList();

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(25, got.Count);
        Assert.All(got, mail => Assert.Single(mail.GetProperty("to").EnumerateArray()));
        Assert.All(got, mail => Assert.Equal("alerts@example.org", mail.GetProperty("envelope").GetProperty("from").GetProperty("address").GetString()));
        Assert.Equal(25, got.Select(mail => mail.GetProperty("html").GetString()!.Split("/unsubscribe?token=")[1].Split('"')[0]).Distinct().Count());
        Assert.Equal(outcomes.Cast<SendOutcome.Delivered>().Select(outcome => outcome.ProviderId).Order(), got.Select(mail => mail.GetProperty("headers").GetProperty("message-id").GetString()!.Trim('<', '>')).Order());
        var mail = got[0];
        Assert.StartsWith("Critical: Bybit", mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains("바이비트", mail.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", await server.SourceAsync(mail, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("WHY YOU ARE TOLD", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headers_of_bulk_mail_and_of_its_thread_are_on_the_wire()
    {
        var mails = new Mails(Options(server.SmtpPort));
        var reader = SampleAlerts.Reader("threads@example.org");
        var sender = mails.SmtpSender();
        var first = SampleAlerts.Mail(DeliveryContent.Alert, reader);
        var update = SampleAlerts.Mail(DeliveryContent.Alert, reader, [SampleAlerts.Update()]);
        update = update with { Delivery = update.Delivery with { Id = new DeliveryId(SampleAlerts.Update().Id, reader.Id) } };
        first = first with { Delivery = first.Delivery with { Id = new DeliveryId(SampleAlerts.Alert().Id, reader.Id) } };

        await sender.SendAsync([first, update], TestContext.Current.CancellationToken);
        var got = (await server.MailsAsync(TestContext.Current.CancellationToken)).EnumerateArray()
            .Where(mail => mail.GetProperty("to")[0].GetProperty("address").GetString() == "threads@example.org").ToList();
        var sources = await Task.WhenAll(got.Select(mail => server.SourceAsync(mail, TestContext.Current.CancellationToken)));
        var messages = sources.Select(source => MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(source)), TestContext.Current.CancellationToken)).OrderBy(message => message.References.Count).ToList();

        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]));
        Assert.All(messages, message => Assert.Equal("Alerts <alerts.example.org>", message.Headers["List-Id"]));
        Assert.All(messages, message => Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]));
        Assert.All(messages, message => Assert.Matches("^<https://alerts\\.example\\.org/unsubscribe\\?token=[A-Za-z0-9._-]+>$", message.Headers["List-Unsubscribe"]));
        Assert.Equal((messages[0].MessageId, messages[0].MessageId), (messages[1].InReplyTo, Assert.Single(messages[1].References)));
        Assert.Null(messages[0].InReplyTo);
    }

    private static EmailOptions Options(int port) => new()
    {
        Mode = EmailMode.Smtp,
        From = "alerts@example.org",
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None },
    };
}
