namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// Keeps requests to what is public: for early answers to those who name a URL (sources, webhooks, hubs). Being allowed here grants
/// nothing: every connection is checked again when it is made, see <see cref="GuardedHttpHandler"/>.
/// </summary>
public interface IAddressGuard
{
    Task<GuardVerdict> CheckAsync(Uri url, CancellationToken cancellationToken);
}
