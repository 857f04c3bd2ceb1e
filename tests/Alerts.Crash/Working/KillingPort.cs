using System.Reflection;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;

namespace Alerts.Crash.Working;

/// <summary>A port of the pipeline, passed through as it is; at the armed point the process dies before, during or after the call.</summary>
public class KillingPort<T> : DispatchProxy
    where T : class
{
    private T inner = null!;
    private KillSwitch kill = null!;
    private Random dice = null!;

    internal static T Around(T port, KillSwitch kill, int seed)
    {
        var proxy = Create<T, KillingPort<T>>();
        var set = (KillingPort<T>)(object)proxy;
        (set.inner, set.kill, set.dice) = (port, kill, new Random(seed));
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        foreach (var (point, when) in PointsOf(targetMethod!.Name, args!))
        {
            if (kill.Pass(point))
            {
                Die(targetMethod, args!, when);
            }
        }

        return targetMethod.Invoke(inner, args);
    }

    private void Die(MethodInfo method, object?[] args, Moment when)
    {
        if (when != Moment.Before)
        {
            var call = (Task)method.Invoke(inner, args)!;
            if (when == Moment.After)
            {
                call.GetAwaiter().GetResult();
            }
            else
            {
                Thread.Sleep(dice.Next(0, 8));
            }
        }

        KillSwitch.Kill();
    }

    private IEnumerable<(CrashPoint Point, Moment When)> PointsOf(string method, object?[] args) => (typeof(T).Name, method, args) switch
    {
        (nameof(IFetcher), _, _) => [(CrashPoint.AfterFetch, Moment.After)],
        ("IArticleStore", "AddIfAbsentAsync", _) => [(CrashPoint.AfterParse, Moment.Before)],
        ("IHitStore", "AddIfAbsentAsync", _) => [(CrashPoint.AfterHit, Moment.After)],
        (nameof(IDeliveryStore), nameof(IDeliveryStore.AddIfAbsentAsync), [IReadOnlyList<Delivery> { Count: > 0 }, ..]) =>
            [(CrashPoint.AfterRows, Moment.After), (CrashPoint.DuringPage, Moment.During)],
        (nameof(IDeliveryStore), nameof(IDeliveryStore.TryReplaceAsync) or nameof(IDeliveryStore.TryRecordAsync), [IReadOnlyList<Delivery> rows, ..]) => StateOf(rows) switch
        {
            DeliveryState.Sending => [(CrashPoint.AfterClaim, Moment.After)],
            DeliveryState.Sent => [(CrashPoint.AfterAcceptance, Moment.Before), (CrashPoint.AfterRecord, Moment.After)],
            _ => [],
        },
        (nameof(IMessageQueue), _, [_, AnnounceMessage { Cursor: not null }, ..]) => [(CrashPoint.AfterCursor, Moment.After)],
        (nameof(IMessageQueue), _, [_, EmailMessage, ..]) => [(CrashPoint.AfterPage, Moment.After), (CrashPoint.DuringSweep, Either())],
        (nameof(ISubscriptionStore), nameof(ISubscriptionStore.TrySaveAsync), [Subscription { Status: SubscriptionStatus.Unsubscribed }, ..]) =>
            [(CrashPoint.DuringUnsubscribe, Either())],
        _ => [],
    };

    private DeliveryState? StateOf(IReadOnlyList<Delivery> rows) => rows.FirstOrDefault(row => row.Channel == kill.Channel)?.State;

    private Moment Either() => dice.Next(2) == 0 ? Moment.Before : Moment.After;

    private enum Moment
    {
        Before,
        During,
        After,
    }
}
