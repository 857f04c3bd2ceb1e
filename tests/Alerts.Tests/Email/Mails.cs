using Alerts.Core.Delivery;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Tests.Deliveries;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Email;

/// <summary>A composer on a clock that stands, with a key of its own.</summary>
internal sealed class Mails
{
    public static readonly Uri PublicUrl = new("https://alerts.example.org");

    public Mails(EmailOptions? options = null)
    {
        Options = options ?? new EmailOptions { From = "alerts@example.org" };
        Tokens = new SubscriptionTokens([new TokenKey("k1", Enumerable.Range(1, 32).Select(i => (byte)i).ToArray())], Time);
        Composer = new EmailComposer(
            new EmailRenderer(), Tokens, new BuiltInTopicCatalog(), Microsoft.Extensions.Options.Options.Create(Options), new PublicLinks(PublicUrl), RecipientMarks.Draw(), Time);
        Mime = new MimeMessages(Options);
    }

    public FakeTimeProvider Time { get; } = new(SampleAlerts.Now);

    public EmailOptions Options { get; }

    public SubscriptionTokens Tokens { get; }

    public EmailComposer Composer { get; }

    public MimeMessages Mime { get; }

    /// <param name="time">Of whoever says until when a mail may be begun; the real one where nobody does.</param>
    public SmtpEmailSender SmtpSender(TimeProvider? time = null) => new(
        Composer, Mime, new SmtpConnections(Options.Smtp, TimeProvider.System), Microsoft.Extensions.Options.Options.Create(Options), time ?? TimeProvider.System, NullLogger<SmtpEmailSender>.Instance);

    public async Task<ComposedEmail> ComposeAsync(EmailToSend item) => Assert.IsType<Composition.Composed>((await Composer.ComposeAsync([item])).Single()).Email;
}
