namespace Alerts.Core.Sources.Feeds.Sanctions;

/// <param name="Address">As written: addresses of some chains mind their case.</param>
/// <param name="Currency">As the list calls it: ETH, XBT, USDT.</param>
/// <param name="Name">Whom the list says it belongs to.</param>
/// <param name="Programs">The sanctions programs, such as DPRK3.</param>
public sealed record SanctionedAddress(string Address, string Currency, string Name, IReadOnlyList<string> Programs);
