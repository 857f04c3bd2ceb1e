namespace Alerts.Core.Messaging;

/// <summary>Watches the work. Must return at once and never throw.</summary>
public interface IActivityObserver
{
    void Observe(Activity activity);
}
