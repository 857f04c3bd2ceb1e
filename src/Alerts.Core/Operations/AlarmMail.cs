using System.Globalization;
using Alerts.Core.Delivery;

namespace Alerts.Core.Operations;

/// <summary>A report as a mail.</summary>
public static class AlarmMail
{
    private const int NamesInSubject = 3;

    public static MailNotice Of(AlarmReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<MailFact> facts =
        [
            .. report.Raised.Select(alarm => new MailFact(WordOf(alarm.Kind), $"{alarm.Subject}: {alarm.Reason}")),
            .. report.Cleared.Select(alarm => new MailFact("Over", $"{alarm.Subject}: {PastOf(alarm.Kind)} since {Moment(alarm.Since)}")),
        ];
        var cut = facts.Count - MailNotice.MaxFacts;
        return new MailNotice(
            Heading(report),
            [report.Raised.Count > 0 ? "Found just now:" : "What was told before is over:", .. cut > 0 ? [$"{cut} more are not listed here."] : (string[])[]],
            [.. facts.Take(MailNotice.MaxFacts)],
            "/sources",
            "Each alarm is mailed once when it is raised and once when it is over.");
    }

    public static string WordOf(AlarmKind kind) => kind switch
    {
        AlarmKind.DeadLetters => "Dead letters",
        _ => kind.ToString(),
    };

    private static string PastOf(AlarmKind kind) => kind switch
    {
        AlarmKind.Gap => "may have missed entries",
        AlarmKind.DeadLetters => "had dead letters",
        _ => $"was {WordOf(kind).ToLowerInvariant()}",
    };

    /// <summary>"Alarm: The Record silent", "3 alarms, 1 over: The Record silent, KBS gap, Queue email stuck", "Over: KBS gap".</summary>
    private static string Heading(AlarmReport report)
    {
        var counts = (report.Raised.Count, report.Cleared.Count) switch
        {
            (1, 0) => "Alarm",
            (0, 1) => "Over",
            (0, var over) => $"{over} over",
            (var raised, 0) => $"{raised} alarms",
            (1, var over) => $"1 alarm, {over} over",
            var (raised, over) => $"{raised} alarms, {over} over",
        };
        var names = report.Raised.Concat(report.Cleared).Take(NamesInSubject).Select(alarm => $"{alarm.Subject} {WordOf(alarm.Kind).ToLowerInvariant()}");
        return $"{counts}: {string.Join(", ", names)}";
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM, HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
