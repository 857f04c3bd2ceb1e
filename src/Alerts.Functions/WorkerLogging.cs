using Microsoft.Extensions.Logging;

namespace Alerts.Functions;

public static class WorkerLogging
{
    /// <summary>
    /// The worker logs each request's address, in which a reader's token may stand, and half a dozen lines beside it. The host
    /// records every request anyway, by function and outcome.
    /// </summary>
    public static ILoggingBuilder KeepAddressesOut(this ILoggingBuilder logging) => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
}
