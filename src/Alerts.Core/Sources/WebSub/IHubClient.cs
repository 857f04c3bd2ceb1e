namespace Alerts.Core.Sources.WebSub;

/// <summary>Asks a hub, through the guard.</summary>
public interface IHubClient
{
    /// <returns>Null where the hub took the request; else why not, in words.</returns>
    Task<string?> AskAsync(Uri hub, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken);
}
