using Alerts.Core.Messaging;

namespace Alerts.Core.Alerting;

/// <summary>
/// The alerts that have not been taken over all subscriptions yet. One is in here before anything of it is written and leaves when it is complete, so that the
/// sweep can bring back what was left, of however old a story, without looking through the stories.
/// </summary>
public interface IOpenAlerts
{
    /// <summary>Adds or renews those.</summary>
    Task AddAsync(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellationToken);

    Task<IReadOnlyList<OpenAlert>> GetAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken);

    /// <summary>Those added or renewed before then, in no particular order.</summary>
    Task<Page<OpenAlert>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken);
}

/// <param name="At">When it got on last.</param>
/// <param name="Cursor">The page of subscriptions that comes next; null until the first step is done.</param>
/// <param name="Repeats">How often it was brought back without having got on since.</param>
public sealed record OpenAlert(string AlertId, string StoryId, DateTimeOffset At, string? Cursor = null, int Repeats = 0);
