using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Matching;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email.Views;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email;

/// <summary>
/// Turns what is to be sent into complete mails. Recipients of one alert with the same reason share one body, which is rendered once
/// however many they are; their tokens are put in by the transport.
/// </summary>
public sealed class EmailComposer(
    EmailRenderer renderer, SubscriptionTokens tokens, ITopicCatalog topics, IOptions<EmailOptions> email, PublicLinks links, RecipientMarks marks, TimeProvider time)
{
    private readonly TopicNames topicNames = new(topics);
    private readonly EmailContents contents = new(links, marks, new TopicNames(topics));
    private readonly MessageIds messageIds = new(email.Value.From);

    /// <returns>One per item, in order.</returns>
    public async Task<IReadOnlyList<Composition>> ComposeAsync(IReadOnlyList<EmailToSend> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var now = time.GetUtcNow();
        var bodyOf = new Dictionary<BodyKey, EmailBody>();
        var compositions = new List<Composition>(items.Count);
        foreach (var item in items)
        {
            if (AddressOf(item) is not { } to)
            {
                compositions.Add(new Composition.Impossible("there is no address to send to"));
                continue;
            }

            if (WithAlerts(item) && item.Alerts.Count == 0)
            {
                compositions.Add(new Composition.Impossible("the alert is no longer stored"));
                continue;
            }

            if (item.Delivery is { Content: DeliveryContent.Operator, Notice: null })
            {
                compositions.Add(new Composition.Impossible("there is nothing to say"));
                continue;
            }

            var reason = ReasonOf(item);
            var key = BodyKey.For(item, reason);
            if (!bodyOf.TryGetValue(key, out var body))
                bodyOf.Add(key, body = await RenderAsync(item, reason, now));
            compositions.Add(new Composition.Composed(Address(item, to, body, now)));
        }

        return compositions;
    }

    /// <summary>The same, sorted into what can be sent and what is refused at once.</summary>
    public async Task<(IReadOnlyList<(EmailToSend Item, ComposedEmail Email)> Mails, IReadOnlyList<EmailSent> Refused)> SortAsync(IReadOnlyList<EmailToSend> items)
    {
        var mails = new List<(EmailToSend, ComposedEmail)>(items.Count);
        var refused = new List<EmailSent>();
        foreach (var (item, composition) in items.Zip(await ComposeAsync(items)))
        {
            if (composition is Composition.Composed composed)
                mails.Add((item, composed.Email));
            else
                refused.Add(new EmailSent(item, new SendOutcome.Refused(((Composition.Impossible)composition).Why), TimeSpan.Zero));
        }

        return (mails, refused);
    }

    private static bool WithAlerts(EmailToSend item) => item.Delivery.Content is DeliveryContent.Alert or DeliveryContent.Digest;

    /// <summary>The domain in ASCII, the local part as its owner wrote it.</summary>
    private static string? AddressOf(EmailToSend item)
    {
        var channel = item.Subscription.Channel;
        var entered = (channel.Kind == ChannelKind.Email ? channel.Target : channel.OwnerEmail)?.Trim();
        return EmailAddress.TryNormalise(entered, out var normalised)
            ? string.Concat(entered!.AsSpan(0, entered!.LastIndexOf('@')), normalised.AsSpan(normalised.LastIndexOf('@')))
            : null;
    }

    private async Task<EmailBody> RenderAsync(EmailToSend item, string reason, DateTimeOffset now)
    {
        var footer = FooterOf(item, reason);
        switch (item.Delivery.Content)
        {
            case DeliveryContent.Alert:
                return await SmallestFitAsync(Detail.ForAlert, async detail =>
                {
                    var view = AlertViews.Of(item.Alerts[0], detail, now, links, marks);
                    var subject = Subjects.Of(item.Alerts[0], view);
                    return new EmailBody(subject, await renderer.RenderAsync(subject.ToString(), view, footer), TextMail.Of(view, footer));
                });

            case DeliveryContent.Digest:
                return await SmallestFitAsync(Detail.ForDigest, async detail =>
                {
                    var view = contents.Digest(item, detail, now);
                    var subject = Subjects.Of(view);
                    return new EmailBody(subject, await renderer.RenderAsync(subject.ToString(), view, footer), TextMail.Of(view, footer));
                });

            default:
                var notice = NoticeOf(item);
                var heading = Subjects.Of(notice);
                return new EmailBody(heading, await renderer.RenderAsync(heading.ToString(), notice, footer), TextMail.Of(notice, footer));
        }
    }

    private NoticeView NoticeOf(EmailToSend item) => item.Delivery.Content switch
    {
        DeliveryContent.Confirmation => contents.Confirmation(item.Subscription),
        DeliveryContent.Welcome => contents.Welcome(item.Subscription),
        DeliveryContent.Notice => contents.Notice(item, item.Notice ?? item.Subscription.StatusReason ?? ""),
        DeliveryContent.Test => contents.Test(),
        DeliveryContent.Operator when item.Delivery.Notice is { } notice => contents.Operator(notice),
        _ => throw new InvalidOperationException($"There is no mail for {item.Delivery.Content}."),
    };

    private static async Task<EmailBody> SmallestFitAsync(IReadOnlyList<Detail> details, Func<Detail, Task<EmailBody>> render)
    {
        EmailBody? body = null;
        foreach (var detail in details)
        {
            body = await render(detail);
            if (body.Bytes <= EmailBody.MaxBytes)
                break;
        }

        return body!;
    }

    private string ReasonOf(EmailToSend item)
    {
        if (item.Subscription.Channel.Kind == ChannelKind.Webhook)
            return "You get this mail because your address stands with this webhook as its owner's.";

        var told = item.Alerts.SelectMany(alert => alert.Story.Topics).ToHashSet();
        var names = topicNames.Of(item.Subscription.Topics.Where(told.Contains), item.Alerts);
        return item.Delivery.Content switch
        {
            DeliveryContent.Operator => $"You get this mail because {OperatorOptions.Section}:Email of {links.Host} names you as an operator.",
            DeliveryContent.Confirmation => "You get this mail because this address was entered to subscribe.",
            _ when names.Length > 0 => $"You get this mail because you subscribed to: {names}.",
            _ => "You get this mail because you subscribed.",
        };
    }

    private FooterView FooterOf(EmailToSend item, string reason)
    {
        var leaves = MayLeave(item);
        return new FooterView(reason, leaves ? links.Preferences(marks.Preferences) : null, leaves ? links.Unsubscribe(marks.Unsubscribe) : null, links.Home, links.Host);
    }

    /// <summary>Who has not confirmed has nothing to leave; the owner of a webhook and the operators are no subscribers of mails.</summary>
    private static bool MayLeave(EmailToSend item) =>
        item.Subscription.Channel.Kind == ChannelKind.Email && item.Delivery.Content is not (DeliveryContent.Confirmation or DeliveryContent.Operator);

    private ComposedEmail Address(EmailToSend item, string to, EmailBody body, DateTimeOffset now)
    {
        var alert = item.Delivery.Content == DeliveryContent.Alert ? item.Alerts[0] : null;
        var incident = alert?.Story.IncidentId is { } id ? messageIds.OfIncident(id, item.Delivery.Id.SubscriptionId) : null;
        var first = alert is { IsUpdate: true } ? messageIds.Of(new DeliveryId(Alert.IdOf(alert.Story.Id, 1, alert.OwnerId), item.Delivery.Id.SubscriptionId)) : null;
        var tokenOf = TokensOf(item);
        return new ComposedEmail
        {
            DeliveryId = item.Delivery.Id,
            To = to,
            Body = body,
            Tokens = tokenOf,
            MessageId = messageIds.Of(item.Delivery.Id),
            InReplyTo = first,
            References = [.. new[] { incident, first }.OfType<string>()],
            Date = now,
            Headers = [.. HeadersOf(item, tokenOf)],
        };
    }

    private Dictionary<string, string> TokensOf(EmailToSend item)
    {
        var (id, generation) = (item.Subscription.Id, item.Subscription.Generation);
        return item.Delivery.Content == DeliveryContent.Confirmation
            ? new() { [marks.Confirm] = tokens.Sign(TokenPurpose.Confirm, id, generation) }
            : item.Delivery.Content == DeliveryContent.Notice && item.Subscription.Channel.Kind == ChannelKind.Webhook
                ? new() { [marks.Preferences] = tokens.Sign(TokenPurpose.Preferences, id, generation) }
            : MayLeave(item)
                ? new()
                {
                    [marks.Preferences] = tokens.Sign(TokenPurpose.Preferences, id, generation),
                    [marks.Unsubscribe] = tokens.Sign(TokenPurpose.Unsubscribe, id, generation),
                }
                : [];
    }

    private IEnumerable<EmailHeader> HeadersOf(EmailToSend item, Dictionary<string, string> tokenOf)
    {
        yield return new EmailHeader("Auto-Submitted", new HeaderText("auto-generated"));
        yield return new EmailHeader("X-Auto-Response-Suppress", new HeaderText("All"));
        yield return new EmailHeader("X-Alerts-Delivery", new HeaderText(item.Delivery.Id.ToString()));
        if (!tokenOf.TryGetValue(marks.Unsubscribe, out var unsubscribe))
            yield break;

        yield return new EmailHeader("List-Id", new HeaderText($"Alerts <alerts.{messageIds.Domain}>"));
        yield return new EmailHeader("List-Unsubscribe", new HeaderText($"<{links.Unsubscribe(unsubscribe)}>"));
        yield return new EmailHeader("List-Unsubscribe-Post", new HeaderText("List-Unsubscribe=One-Click"));
    }

    /// <summary>What a body depends on beside the time. A digest or notice is one recipient's own.</summary>
    private sealed record BodyKey(DeliveryContent Content, string Subject, string Reason, Exposure? Exposure)
    {
        public static BodyKey For(EmailToSend item, string reason) => new(
            item.Delivery.Content,
            item.Delivery.Content is DeliveryContent.Alert ? item.Alerts[0].Id : item.Delivery.Id.ToString(),
            reason,
            item.Delivery.Content is DeliveryContent.Alert ? item.Alerts[0].Exposure : null);
    }
}
