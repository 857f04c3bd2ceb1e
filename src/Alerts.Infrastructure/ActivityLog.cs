using Alerts.Core.Messaging;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure;

/// <summary>Where nobody watches a console, what happens goes to the log.</summary>
internal sealed partial class ActivityLog(ILogger<ActivityLog> log) : IActivityObserver
{
    public void Observe(Activity activity) => Log.Happened(log, activity);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Activity}")]
        public static partial void Happened(ILogger logger, Activity activity);
    }
}
