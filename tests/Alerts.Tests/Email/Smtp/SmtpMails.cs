using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Tests.Deliveries;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Email.Smtp;

/// <summary>One sender, with the connections that it keeps.</summary>
internal sealed class SmtpMails : IDisposable
{
    private readonly SmtpConnections open;
    private readonly SmtpEmailSender sender;

    public SmtpMails(int port, int connections, SmtpSecurity security = SmtpSecurity.None)
    {
        var mails = new Mails(new EmailOptions
        {
            Mode = EmailMode.Smtp,
            From = "alerts@example.org",
            Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = security, Timeout = TimeSpan.FromSeconds(1), Connections = connections },
        });
        open = new SmtpConnections(mails.Options.Smtp, TimeProvider.System);
        sender = new SmtpEmailSender(mails.Composer, mails.Mime, open, Microsoft.Extensions.Options.Options.Create(mails.Options), TimeProvider.System, NullLogger<SmtpEmailSender>.Instance);
    }

    public Task<IReadOnlyList<SendOutcome>> SendAsync(params string[] names) => sender.SendAsync(
        [.. names.Select(name => SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader($"{name}@example.org")))], TestContext.Current.CancellationToken);

    public void Dispose() => open.Dispose();
}
