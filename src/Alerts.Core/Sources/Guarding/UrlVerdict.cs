using System.Net;

namespace Alerts.Core.Sources.Guarding;

/// <summary>What a URL alone says, before any look-up.</summary>
public abstract record UrlVerdict
{
    private UrlVerdict()
    {
    }

    /// <param name="Host">In its one spelling; the address itself where the URL names one.</param>
    /// <param name="Address">Public, or opened by the operator; null where a look-up has to tell.</param>
    /// <param name="IsOpened">The operator opened this host: addresses are not judged.</param>
    public sealed record Allowed(Uri Url, string Host, IPAddress? Address, bool IsOpened) : UrlVerdict;

    /// <param name="Reason">In words for who named the URL; holds the host at most, never the whole URL.</param>
    public sealed record Refused(string Reason) : UrlVerdict;
}
