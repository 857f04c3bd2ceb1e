namespace Alerts.Core.Subscriptions;

public enum Cadence
{
    Immediate,
    Hourly,
    Daily,
    Weekly,
}
