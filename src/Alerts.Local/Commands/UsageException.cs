namespace Alerts.Local.Commands;

/// <summary>A verb was asked for something that cannot be meant; the message says what to do.</summary>
internal sealed class UsageException(string advice) : Exception(advice);
