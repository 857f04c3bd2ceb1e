namespace Alerts.Core.Sources;

public enum FetchFailure
{
    /// <summary>The guard: not http or https, not a public address, credentials in the URL.</summary>
    Refused,

    /// <summary>No such host, no route, connection refused or reset, TLS failed.</summary>
    Unreachable,
    TimedOut,
    TooLarge,
    TooManyRedirects,

    /// <summary>410: stop asking.</summary>
    Gone,

    /// <summary>429 or 503: ask later.</summary>
    Throttled,

    /// <summary>401, 403, 407, 451, or a page that checks for bots.</summary>
    Forbidden,

    /// <summary>Any other status.</summary>
    HttpError,

    /// <summary>The body breaks its own encoding.</summary>
    Malformed,
}
