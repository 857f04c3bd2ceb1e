namespace Alerts.Core.Delivery;

/// <summary>The time that a claim leaves for sending. It is short of the claim's own end, so that whoever is slow stops by himself before somebody else begins.</summary>
/// <param name="BeginUntil">What has not been begun by then is left to a later claim, which reads anew whether its subscriber is still there.</param>
/// <param name="EndBy">What has no answer by then is broken off.</param>
public readonly record struct SendingTime(DateTimeOffset BeginUntil, DateTimeOffset EndBy)
{
    /// <summary>The answer to an unsubscribe waits for what is under way, but no longer than <see cref="Departures.Patience"/>: nothing may begin after that.</summary>
    public static TimeSpan BeginFor { get; } = Departures.Patience - TimeSpan.FromSeconds(5);

    /// <summary>What the record of an outcome may take.</summary>
    public static TimeSpan RecordFor { get; } = TimeSpan.FromSeconds(30);

    /// <summary>As long as there is nobody to share with: what is asked outside a claim.</summary>
    public static SendingTime Unlimited { get; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

    private static TimeSpan Longest { get; } = DeliveryClaims.ClaimFor - RecordFor;

    /// <summary>Cancelled with the token given, and where one mail or call has taken all the time that there is.</summary>
    public CancellationTokenSource Limit(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = EndBy - now;
        source.CancelAfter(left > Longest ? Longest : left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return source;
    }

    /// <param name="asked">Before the claim was made.</param>
    public static SendingTime Of(DateTimeOffset asked) => new(asked + BeginFor, asked + DeliveryClaims.ClaimFor - RecordFor);
}
