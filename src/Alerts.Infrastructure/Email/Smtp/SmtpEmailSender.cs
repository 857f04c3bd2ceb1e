using Alerts.Core.Delivery;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>
/// Sends a batch over several connections, one recipient a message, each told before its connection takes the next. A connection that
/// breaks is opened again once a message. A server that cannot be reached at all is not asked again for the rest of the batch; one
/// that grants no more connections than it has granted goes on with those.
/// </summary>
internal sealed partial class SmtpEmailSender(
    EmailComposer composer, MimeMessages mime, SmtpConnections connections, IOptions<EmailOptions> options, TimeProvider time, ILogger<SmtpEmailSender> logger) : IEmailSender
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly EmailOptions options = options.Value;

    public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken) => SentMails.CollectAsync(this, items, cancellationToken);

    public async Task SendAsync(IReadOnlyList<EmailToSend> items, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(known);
        var (mails, refused) = await composer.SortAsync(items);
        if (refused.Count > 0)
            await known(refused);
        await RunAsync(new SmtpBatch(mails), within, known, cancellationToken);
    }

    /// <summary>Once the first connection stands the others join.</summary>
    private async Task RunAsync(SmtpBatch batch, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, CancellationToken cancellationToken)
    {
        var others = new List<Task>();
        try
        {
            await WorkAsync(batch, within, known, Join, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(others);
        }

        void Join()
        {
            if (others.Count == 0)
                others.AddRange(Enumerable.Range(1, connections.AtOnce - 1).Take(batch.Left).Select(_ => Task.Run(() => WorkAsync(batch, within, known, () => { }, cancellationToken), CancellationToken.None)));
        }
    }

    private async Task WorkAsync(SmtpBatch batch, SendingTime within, Func<IReadOnlyList<EmailSent>, Task> known, Action reached, CancellationToken cancellationToken)
    {
        if (await TakeConnectionAsync(within, cancellationToken) is not { } connection)
            return;

        try
        {
            batch.Join();
            while (!cancellationToken.IsCancellationRequested && time.GetUtcNow() < within.BeginUntil && batch.TryTake(out var mail))
            {
                var started = time.GetTimestamp();
                var outcome = await SendAsync(connection, mail.Email, within, reached, cancellationToken);
                if (connection.IsReachable)
                {
                    await known([new EmailSent(mail.Item, outcome, time.GetElapsedTime(started))]);
                    continue;
                }

                if (batch.LeaveTo(mail))
                    return;

                await known([new EmailSent(mail.Item, outcome, time.GetElapsedTime(started)), .. batch.TakeAll().Select(rest => new EmailSent(rest.Item, outcome, TimeSpan.Zero))]);
            }
        }
        catch
        {
            batch.Stop();
            throw;
        }
        finally
        {
            batch.Leave();
            connections.PutBack(connection);
        }
    }

    private async Task<SmtpConnection?> TakeConnectionAsync(SendingTime within, CancellationToken cancellationToken)
    {
        try
        {
            var patience = within.BeginUntil - time.GetUtcNow();
            return await connections.TakeAsync(patience < LongestWait ? patience : LongestWait, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<SendOutcome> SendAsync(SmtpConnection connection, ComposedEmail email, SendingTime within, Action reached, CancellationToken cancellationToken)
    {
        using var message = mime.Of(email);
        using var limit = within.Limit(time.GetUtcNow(), cancellationToken);
        try
        {
            await connection.OpenAsync(limit.Token);
            reached();
            var answer = await connection.SendAsync(message, options.From, email.To, limit.Token);
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
