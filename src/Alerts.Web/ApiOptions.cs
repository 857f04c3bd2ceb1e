using System.ComponentModel.DataAnnotations;

namespace Alerts.Web;

/// <summary>Section <c>Alerts:Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Alerts:Api";

    /// <summary>
    /// The first key, with every scope, for making the others. Whoever has it can read the subscribers' addresses; leave it empty
    /// once there are keys of your own.
    /// </summary>
    [MinLength(20)]
    public string? AdminKey { get; set; }

    /// <summary>Whether hits, stories, topics and feeds may be read without a key. Subscriptions, deliveries and keys never may.</summary>
    public bool PublicRead { get; set; } = true;

    /// <summary>Whether <c>/metrics</c> may be read without a key of the scope read: for a scraper that cannot send one, behind a proxy that keeps strangers out.</summary>
    public bool PublicMetrics { get; set; }

    /// <summary>
    /// The header in which the proxy before this host sets or appends the caller's address (<c>CLIENT-IP</c> on Azure, which App Service
    /// overwrites); its last entry is believed. Null takes the connection's address: set where no proxy writes it, callers could choose
    /// their own address and the limits on sign-up would limit nobody.
    /// </summary>
    public string? ClientAddressHeader { get; set; }

    /// <summary>Sign-ups an hour from one network address. Too low refuses offices behind one address.</summary>
    [Range(1, 10_000)]
    public int SignUpsPerAddress { get; set; } = 10;

    /// <summary>Sign-ups an hour from one network (/24 of IPv4, /48 of IPv6).</summary>
    [Range(1, 100_000)]
    public int SignUpsPerNetwork { get; set; } = 50;

    /// <summary>No sign-up is answered sooner. Shorter than what the work takes, it would tell by the time whether an address is known.</summary>
    [Range(0, 10_000)]
    public int SignUpMilliseconds { get; set; } = 400;
}
