using System.Diagnostics;

namespace Alerts.Core.Delivery.Operating;

/// <summary>Why handling a message failed last.</summary>
/// <param name="Key">Of the message's text: the poison queue gives it another id.</param>
public sealed record MessageFailure(string Queue, string Key, string Reason, DateTimeOffset At)
{
    private const int ReasonLength = 1_000;
    private const int MessageLength = 300;
    private const int MaxCauses = 4;

    public static string KeyOf(string queue, string body) => DerivedId.Of("message", queue, body);

    public static MessageFailure Of(string queue, string body, Exception exception, DateTimeOffset at) => new(queue, KeyOf(queue, body), Say(exception), at);

    /// <summary>"RequestFailedException: the table is not there, in TableHitStore.AddIfAbsentAsync": the kinds, the words, and where in our code.</summary>
    private static string Say(Exception exception)
    {
        var causes = new List<string>();
        for (var cause = exception; cause is not null && causes.Count < MaxCauses; cause = cause.InnerException)
        {
            causes.Add($"{cause.GetType().Name}: {SafeText.Line(cause.Message, MessageLength)}");
        }

        var place = new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.FullName).FirstOrDefault(name => name?.StartsWith("Alerts.", StringComparison.Ordinal) == true);
        return SafeText.Line(string.Join("; because of ", causes) + (place is null ? "" : $", in {place.Split('+', '<')[0]}"), ReasonLength);
    }
}
