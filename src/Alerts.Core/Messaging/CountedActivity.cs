namespace Alerts.Core.Messaging;

/// <summary>Counts what happens and passes it on to whoever watches.</summary>
public sealed class CountedActivity(IActivityObserver watcher, ActivityCounts counts) : IActivityObserver
{
    public void Observe(Activity activity)
    {
        counts.Count(activity);
        watcher.Observe(activity);
    }
}
