namespace Alerts.Web.Api;

/// <summary>Some of a listing.</summary>
/// <param name="Next">Give it as <c>cursor</c> to go on; absent where the listing ends.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next = null);
