using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>For an installation without a mail provider: says so in each delivery instead of keeping it waiting.</summary>
internal sealed class NoEmailSender : IEmailSender
{
    private static readonly SendOutcome Refused = new SendOutcome.Refused("this installation sends no mail (Alerts:Email:Mode is None)");

    public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Task.FromResult<IReadOnlyList<SendOutcome>>([.. items.Select(_ => Refused)]);
    }
}
