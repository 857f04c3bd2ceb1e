namespace Alerts.Core.Sources;

/// <summary>The only way out: every fetch of anything named from outside passes the public-address guard here.</summary>
public interface IFetcher
{
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
