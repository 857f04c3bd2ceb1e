using Alerts.Core.Messaging;

namespace Alerts.Benchmarks.Polling;

internal sealed class Silent : IActivityObserver
{
    public void Observe(Activity activity)
    {
        // Nobody watches.
    }
}
