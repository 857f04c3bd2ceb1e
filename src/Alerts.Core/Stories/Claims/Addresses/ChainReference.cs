namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>An address or a transaction id that stands literally in a text and keeps its network's rules.</summary>
/// <param name="HasChecksum">False for an address in lower case only and for transaction ids, whose form is all that can be checked.</param>
public readonly record struct ChainReference(Network Network, bool IsTransaction, bool HasChecksum, int Start, int Length);
