namespace Alerts.Core.Delivery;

/// <summary>How far one step of a fan-out goes before a message carries it on.</summary>
/// <param name="Size">Subscriptions a page; the store reads a thousand in one request.</param>
/// <param name="AtOnce">Pages whose deliveries are written together: the more there are, the fuller the store's transactions.</param>
public sealed record FanOutPages(int Size = 1_000, int AtOnce = 10);
