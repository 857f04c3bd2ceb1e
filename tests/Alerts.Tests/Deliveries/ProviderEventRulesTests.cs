using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Providers;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Deliveries;

public sealed class ProviderEventRulesTests
{
    private static readonly DateTimeOffset Start = Some.Now;

    private static readonly DeliveryAttempt Lost = new(Start.AddSeconds(60), null, "the provider did not answer in time", 60_000);

    private static readonly Delivery Due = Some.Delivery() with { AttemptCount = 1, Attempts = [Lost], NextAttemptAt = Start.AddMinutes(2) };

    private static readonly Delivery Claimed = Some.Delivery() with
    {
        State = DeliveryState.Sending,
        AttemptCount = 1,
        Owner = "dead",
        ClaimedUntil = Start + DeliveryClaims.ClaimFor,
        NextAttemptAt = Start + DeliveryClaims.ClaimFor,
    };

    public static TheoryData<string, Delivery, ProviderEventKind, int, DeliveryState?> Cases => new()
    {
        { "claimed, not recorded, and the provider has it", Claimed, ProviderEventKind.Accepted, 2, DeliveryState.Sent },
        { "claimed, not recorded, and the mailbox has it", Claimed, ProviderEventKind.Delivered, 30, DeliveryState.Sent },
        { "claimed, not recorded, and it came back", Claimed, ProviderEventKind.Bounced, 30, DeliveryState.Sent },
        { "claimed, not recorded, and the mailbox asks for patience", Claimed, ProviderEventKind.Deferred, 30, DeliveryState.Sent },
        { "claimed, and the provider dropped it", Claimed, ProviderEventKind.Dropped, 2, DeliveryState.Sending },
        { "claimed, and the event is about an earlier attempt", Claimed, ProviderEventKind.Delivered, -60, DeliveryState.Sending },
        { "the answer was lost, and the provider has it", Due, ProviderEventKind.Accepted, 3, DeliveryState.Sent },
        { "given up, and the provider has it", Due with { State = DeliveryState.GivenUp }, ProviderEventKind.Delivered, 3, DeliveryState.Sent },
        { "not tried yet", Some.Delivery(), ProviderEventKind.Delivered, 3, DeliveryState.Due },
        { "due again on an operator's word", Due with { AttemptCount = 0 }, ProviderEventKind.Delivered, 3, DeliveryState.Due },
        { "cancelled", Claimed with { State = DeliveryState.Cancelled }, ProviderEventKind.Delivered, 3, DeliveryState.Cancelled },
        { "sent already, and taken by the provider", Claimed with { State = DeliveryState.Sent }, ProviderEventKind.Accepted, 3, null },
        { "of no consequence", Claimed, ProviderEventKind.Other, 3, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_event_proves_what_it_proves(string what, Delivery delivery, ProviderEventKind kind, int secondsAfterStart, DeliveryState? state)
    {
        var after = ProviderEventRules.After(delivery, Event(kind, Start.AddSeconds(secondsAfterStart)));

        Assert.Equal(state, kind == ProviderEventKind.Accepted && after is null ? null : after?.State);
        if (state == DeliveryState.Sent)
        {
            Assert.Equal((Start.AddSeconds(secondsAfterStart), "sg-1", null), (after!.SentAt!.Value, after.ProviderId, after.Owner));
        }

        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_repeat_changes_nothing()
    {
        var bounced = Event(ProviderEventKind.Bounced, Start);
        var once = ProviderEventRules.After(Claimed with { State = DeliveryState.Sent }, bounced)!;

        Assert.Equal("550 5.1.1", Assert.Single(once.Reports).Reason);
        Assert.Null(ProviderEventRules.After(once, bounced));
    }

    [Fact]
    public void Ten_reports_are_kept()
    {
        var delivery = Enumerable.Range(0, 25).Aggregate(
            Claimed with { State = DeliveryState.Sent }, (current, i) => ProviderEventRules.After(current, Event(ProviderEventKind.Deferred, Start) with { EventId = $"e{i}" })!);

        Assert.Equal(["e15", "e24"], [delivery.Reports[0].EventId, delivery.Reports[^1].EventId]);
        Assert.Equal(10, delivery.Reports.Count);
    }

    private static ProviderEvent Event(ProviderEventKind kind, DateTimeOffset at) => new("e1", Claimed.Id, "sg-1", kind, at, "550 5.1.1");
}
