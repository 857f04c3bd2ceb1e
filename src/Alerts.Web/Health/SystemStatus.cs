using Alerts.Core.Subscriptions;

namespace Alerts.Web.Health;

/// <summary>How the system does, in numbers.</summary>
/// <param name="Queues">Approximate lengths by name; dead letters stand under the names that end in -poison.</param>
/// <param name="Sources">How many are in which health.</param>
/// <param name="PausedChannels">Those that an operator has stopped.</param>
/// <param name="Mails">Of this UTC day; absent where no budget is set, since then nobody counts.</param>
/// <param name="Latency">Over the newest hits and alerts.</param>
public sealed record SystemStatus(
    DateTimeOffset At, IReadOnlyDictionary<string, int> Queues, IReadOnlyDictionary<string, int> Sources, IReadOnlyList<ChannelKind> PausedChannels, MailFigures? Mails, LatencyFigures Latency);
