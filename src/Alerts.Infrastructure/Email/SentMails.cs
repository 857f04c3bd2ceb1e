using System.Collections.Concurrent;
using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>Collects what a sender tells one by one, for those who want to know it at the end.</summary>
internal sealed class SentMails
{
    private readonly ConcurrentDictionary<EmailToSend, SendOutcome> outcomes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Sends with all the time that there is, and tells at the end.</summary>
    public static async Task<IReadOnlyList<SendOutcome>> CollectAsync(IEmailSender sender, IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
    {
        var sent = new SentMails();
        await sender.SendAsync(items, SendingTime.Unlimited, sent.AddAsync, cancellationToken);
        return sent.Of(items);
    }

    private Task AddAsync(IReadOnlyList<EmailSent> known)
    {
        foreach (var sent in known)
            outcomes[sent.Item] = sent.Outcome;
        return Task.CompletedTask;
    }

    /// <returns>One per item, in order.</returns>
    private IReadOnlyList<SendOutcome> Of(IReadOnlyList<EmailToSend> items) =>
        [.. items.Select(item => outcomes.GetValueOrDefault(item) ?? new SendOutcome.RetryLater("stopped before the mail was begun"))];
}
