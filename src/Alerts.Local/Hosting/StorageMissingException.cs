namespace Alerts.Local.Hosting;

/// <summary>A verb needs storage and there is none; the message says what to do.</summary>
internal sealed class StorageMissingException(string advice) : Exception(advice);
