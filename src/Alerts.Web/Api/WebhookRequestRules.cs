using Alerts.Core.Sources.Guarding;
using Alerts.Core.Subscriptions;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Api;

/// <summary>Judges an endpoint that is to be called.</summary>
internal sealed class WebhookRequestRules(AllowedHosts allowed, TimeProvider time)
{
    public (Subscription? Subscription, ProblemHttpResult? Problem) Create(WebhookBody body, string secret, IReadOnlyCollection<string> topics)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.OwnerEmail is not null && !EmailAddress.TryNormalise(body.OwnerEmail, out _))
        {
            return (null, new FieldErrors().Add("ownerEmail", "must be an email address").ToProblem());
        }

        if (WhyNot(body.Url, out var url) is { } why)
        {
            return (null, new FieldErrors().Add("url", $"cannot be called: {why}").ToProblem(body.Url is null ? ProblemKinds.InvalidField : ProblemKinds.NotPossible));
        }

        var now = time.GetUtcNow();
        var fresh = new Subscription
        {
            Id = Subscription.IdOf(ChannelKind.Webhook, url!.AbsoluteUri),
            Channel = new Channel(ChannelKind.Webhook, url.AbsoluteUri)
            {
                Format = body.Format ?? WebhookFormat.Standard,
                Secrets = [new WebhookSecret(secret)],
                OwnerEmail = body.OwnerEmail?.Trim(),
            },
            Topics = [.. topics],
            Status = SubscriptionStatus.Active,
            CreatedAt = now,
            ConfirmedAt = now,
            Consent = new Consent(now, RequestedFrom: null, "api", now),
        };
        var (subscription, errors) = PreferenceRules.Apply(fresh, body.Preferences ?? new Preferences(), topics);
        return errors.Count > 0 ? (null, PreferenceProblem.Of(errors)) : (subscription, null);
    }

    private string? WhyNot(string? text, out Uri? url)
    {
        var verdict = UrlRules.Check(text, allowed);
        url = (verdict as UrlVerdict.Allowed)?.Url;
        return verdict switch
        {
            UrlVerdict.Refused refused => refused.Reason,
            UrlVerdict.Allowed { IsOpened: false } when url!.Scheme != Uri.UriSchemeHttps => "webhooks go over https only",
            _ => url!.Fragment.Length > 0 ? "the URL has a fragment" : null,
        };
    }
}
