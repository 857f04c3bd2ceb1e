using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Tests.Deliveries;
using Alerts.Tests.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Email.Smtp;

/// <summary>Against a real mail server.</summary>
public sealed class SmtpEmailSenderTests(Maildev server) : IClassFixture<Maildev>
{
    [Fact]
    public async Task A_batch_arrives_one_recipient_a_mail_each_with_its_own_links()
    {
        var mails = new Mails(Options(server.SmtpPort));
        var items = Enumerable.Range(0, 25).Select(i => SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader($"reader{i}@example.org"))).ToList();
        var sender = new SmtpEmailSender(mails.Composer, mails.Mime, Microsoft.Extensions.Options.Options.Create(mails.Options), NullLogger<SmtpEmailSender>.Instance);

        var outcomes = await sender.SendAsync(items, TestContext.Current.CancellationToken);
        var got = (await server.MailsAsync(TestContext.Current.CancellationToken)).EnumerateArray().ToList();

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

    private static EmailOptions Options(int port) => new()
    {
        Mode = EmailMode.Smtp,
        From = "alerts@example.org",
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None },
    };
}
