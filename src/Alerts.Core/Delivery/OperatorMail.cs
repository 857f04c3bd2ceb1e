using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Mails the operators, by the same rows, messages, claims and retries as any other mail: one occasion, one mail to each.</summary>
public sealed class OperatorMail(Operators operators, DeliveryDispatch dispatch, TimeProvider time)
{
    /// <param name="contentId">Derived from the occasion: telling it again finds the mail that was sent.</param>
    public Task SendAsync(string contentId, MailNotice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var now = time.GetUtcNow();
        return dispatch.DispatchAsync([.. operators.All.Select(recipient => new Delivery
        {
            Id = new DeliveryId(contentId, recipient.Id),
            Content = DeliveryContent.Operator,
            Channel = ChannelKind.Email,
            CreatedAt = now,
            NextAttemptAt = now,
            Notice = notice,
        })], cancellationToken);
    }
}
