using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Microsoft.Extensions.Options;

namespace Alerts.Core.Delivery.Operating;

/// <summary>
/// Keeps the mails of a day within the budget. A tenth of it is kept for what cannot wait: critical alerts, confirmations that somebody
/// is waiting for, notices. The rest of the day's mails wait for the next day, those that cannot wait first. Mails to operators do not count:
/// one of them says that the budget is spent.
/// </summary>
public sealed class MailQuota(IMailBudget budget, DeliveryClaims claims, OperatorMail operators, IOptions<DeliveryOptions> options, IActivityObserver observer, TimeProvider time)
{
    private const double ShareForAll = 0.9;

    /// <summary>The next day's budget goes to what cannot wait first.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMinutes(5);

    /// <returns>Those that may be sent today; the others were put off, with the reason.</returns>
    public async Task<IReadOnlyList<ClaimedDelivery>> AdmitAsync(IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellationToken)
    {
        if (options.Value.MailsPerDay is not { } limit || claimed.Count == 0)
        {
            return claimed;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var exempt = claimed.Where(item => item.Delivery.Content == DeliveryContent.Operator).ToList();
        var urgent = claimed.Except(exempt).Where(IsUrgent).ToList();
        var others = claimed.Except(exempt).Where(item => !IsUrgent(item)).OrderByDescending(SeverityOf).ToList();
        var urgentNow = await TakeAsync(today, urgent.Count, limit, cancellationToken);
        var othersNow = await TakeAsync(today, others.Count, (int)(limit * ShareForAll), cancellationToken);

        var tomorrow = new DateTimeOffset(today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var why = string.Create(CultureInfo.InvariantCulture, $"the day's budget of {limit} mails is spent; it waits for {tomorrow:yyyy-MM-dd}, 00:00 UTC");
        await claims.PutOffAsync([.. urgent.Skip(urgentNow)], tomorrow, why, CancellationToken.None);
        await claims.PutOffAsync([.. others.Skip(othersNow)], tomorrow + HeadStart, why, CancellationToken.None);
        var waiting = urgent.Count + others.Count - urgentNow - othersNow;
        if (waiting > 0)
        {
            observer.Observe(new Activity.MailsPutOff(waiting, limit, tomorrow));
            await operators.SendAsync(DerivedId.Of("mail-budget", today.ToString("O", CultureInfo.InvariantCulture)), Notice(limit, tomorrow), CancellationToken.None);
        }

        return [.. exempt, .. urgent.Take(urgentNow), .. others.Take(othersNow)];
    }

    /// <summary>Once a day: its id is the day's.</summary>
    private static MailNotice Notice(int limit, DateTimeOffset tomorrow) => new(
        "The day's budget of mails is spent",
        ["What is due from now on waits for the next day, unless it is critical and the part kept for that lasts. Nothing is lost: alerts deliveries list --state due shows what waits."],
        [new MailFact("Budget", limit.ToString(CultureInfo.InvariantCulture)), new MailFact("Goes on", string.Create(CultureInfo.InvariantCulture, $"{tomorrow:yyyy-MM-dd}, 00:00 UTC"))],
        SmallPrint: $"The budget is the setting {DeliveryOptions.Section}:{nameof(DeliveryOptions.MailsPerDay)}.");

    private async Task<int> TakeAsync(DateOnly day, int wanted, int limit, CancellationToken cancellationToken) =>
        wanted == 0 ? 0 : await budget.TakeAsync(day, wanted, limit, cancellationToken);

    private static bool IsUrgent(ClaimedDelivery item) => item.Delivery.Content switch
    {
        DeliveryContent.Alert => SeverityOf(item) == Severity.Critical,
        DeliveryContent.Digest => false,
        _ => true,
    };

    private static Severity SeverityOf(ClaimedDelivery item) => item.Alerts.Select(alert => alert.Story.Severity).DefaultIfEmpty(Severity.Low).Max();
}
