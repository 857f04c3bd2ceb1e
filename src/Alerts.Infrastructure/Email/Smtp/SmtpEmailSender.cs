using Alerts.Core.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>
/// Sends a batch over one connection, one recipient a message. A connection that breaks is opened again once a message; a server that
/// cannot be reached at all is not asked again for the rest of the batch.
/// </summary>
internal sealed partial class SmtpEmailSender(
    EmailComposer composer, MimeMessages mime, IOptions<EmailOptions> options, ILogger<SmtpEmailSender> logger) : IEmailSender
{
    private readonly EmailOptions options = options.Value;

    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
    {
        var outcomes = new List<SendOutcome>();
        await SendAsync(
            items,
            known =>
            {
                outcomes.AddRange(known.Select(sent => sent.Outcome));
                return Task.CompletedTask;
            },
            cancellationToken);
        return outcomes;
    }

    public async Task SendAsync(IReadOnlyList<EmailToSend> items, Func<IReadOnlyList<(EmailToSend Item, SendOutcome Outcome)>, Task> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(known);
        using var connection = new SmtpConnection(options.Smtp);
        SendOutcome.RetryLater? unreachable = null;
        foreach (var (item, composition) in items.Zip(await composer.ComposeAsync(items)))
        {
            var outcome = composition switch
            {
                Composition.Impossible impossible => new SendOutcome.Refused(impossible.Why),
                Composition.Composed when unreachable is not null => unreachable,
                Composition.Composed composed => await SendAsync(connection, composed.Email, cancellationToken),
                _ => throw new InvalidOperationException($"unexpected {composition}"),
            };
            if (outcome is SendOutcome.RetryLater later && !connection.IsReachable)
                unreachable = later;
            await known([(item, outcome)]);
        }
    }

    private async Task<SendOutcome> SendAsync(SmtpConnection connection, ComposedEmail email, CancellationToken cancellationToken)
    {
        using var message = mime.Of(email);
        try
        {
            var answer = await connection.SendAsync(message, options.From, email.To, cancellationToken);
            return new SendOutcome.Delivered(email.MessageId, Status: 250, SafeText.Line(answer, 300));
        }
        catch (Exception e) when (SmtpAnswers.Judge(e, cancellationToken) is { } outcome)
        {
            if (outcome is SendOutcome.RetryLater later)
                Log.NotSent(logger, options.Smtp.Host, later.Why);
            return outcome;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server {Host} did not take a mail: {Why}")]
        public static partial void NotSent(ILogger logger, string host, string why);
    }
}
