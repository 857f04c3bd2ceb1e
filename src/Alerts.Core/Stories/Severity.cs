namespace Alerts.Core.Stories;

public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
