namespace Alerts.Core.Delivery;

/// <summary>What this process calls itself in the claims that it makes; for the operator who reads them.</summary>
public sealed record InstanceName(string Name);
