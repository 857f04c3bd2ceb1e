using System.Globalization;
using Alerts.Core.Delivery;

namespace Alerts.Core.Operations;

/// <summary>A heartbeat as a mail. The statement stands in it whole: the mailbox is the copy that nobody else can change.</summary>
public static class HeartbeatMail
{
    public static MailNotice Of(Heartbeat heartbeat)
    {
        ArgumentNullException.ThrowIfNull(heartbeat);
        return new MailNotice(
            string.Create(CultureInfo.InvariantCulture, $"Heartbeat, {heartbeat.Day:d MMMM}: {heartbeat.Sources.Summary}, {Count(heartbeat.Hits, "hit")}, {Count(heartbeat.Alerts, "alert")}"),
            [heartbeat.Summary + "."],
            [
                .. heartbeat.Statement.Split('\n').Skip(1).Select(line => line.Split(' ', 2)).Select(words => new MailFact(words[0], words[1])),
                new MailFact("signature", heartbeat.Signature),
            ],
            "/sources",
            string.Create(CultureInfo.InvariantCulture, $"Signed with the key of this installation; to verify: alerts heartbeat verify {heartbeat.Day:yyyy-MM-dd}"));
    }

    private static string Count(int number, string one) => string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");
}
