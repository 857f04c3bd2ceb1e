namespace Alerts.Core.Sources;

public enum EntrySighting
{
    New,
    Changed,
    Unchanged,
}
