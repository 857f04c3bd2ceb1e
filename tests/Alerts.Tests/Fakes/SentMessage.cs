namespace Alerts.Tests.Fakes;

public sealed record SentMessage(string Queue, string Body, TimeSpan Delay);
