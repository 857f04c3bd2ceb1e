using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <param name="Address">As entered.</param>
/// <param name="KnownTopics">The topics that there are; all of them where the preferences name none.</param>
/// <param name="From">The network address that asked, for the record of consent.</param>
/// <param name="Source">"page", "api" or "operator".</param>
public sealed record SignUpRequest(string Address, Preferences Preferences, IReadOnlyCollection<string> KnownTopics, string? From, string Source);
