using System.Net;

namespace Alerts.Infrastructure.Fetching;

/// <summary>Whether a URL may be reached: exactly one of these.</summary>
public abstract record GuardVerdict
{
    private GuardVerdict()
    {
    }

    /// <param name="Addresses">All of them were checked; connect to no other.</param>
    public sealed record Allowed(IReadOnlyList<IPAddress> Addresses) : GuardVerdict;

    /// <summary>Never to be asked, now or later.</summary>
    public sealed record Refused(string Reason) : GuardVerdict;

    /// <summary>The name may be asked for, but has no address now.</summary>
    public sealed record Unresolved(string Reason) : GuardVerdict;
}
