namespace Alerts.Infrastructure.Fetching;

/// <summary>What robots.txt says to one URL.</summary>
internal enum RobotsAnswer
{
    Allowed,
    Disallowed,

    /// <summary>The server could not say; the standard has us take that for a no, for now.</summary>
    Unknown,
}
