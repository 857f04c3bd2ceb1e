namespace Alerts.Core.Sources.Feeds.Sanctions;

/// <summary>The digital currency addresses of a list of sanctioned persons, as it was published on a day.</summary>
public sealed record SanctionsList(DateTimeOffset? Published, IReadOnlyList<SanctionedAddress> Addresses);
