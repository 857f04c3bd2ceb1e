using System.Net;

namespace Alerts.Infrastructure.Fetching;

/// <summary>Names to addresses. Throws <see cref="System.Net.Sockets.SocketException"/> where there is none.</summary>
public interface IHostResolver
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
