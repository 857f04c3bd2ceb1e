using Alerts.Core.Delivery;
using Alerts.Core.Operations;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Deliveries;

namespace Alerts.Tests.Email;

/// <summary>Writes one mail of each kind to the folder that ALERTS_SAMPLE_MAILS names, to look at. Not run otherwise.</summary>
public sealed class SampleMails
{
    [Fact(Explicit = true)]
    public async Task Are_written()
    {
        var folder = Environment.GetEnvironmentVariable("ALERTS_SAMPLE_MAILS");
        Assert.SkipWhen(folder is null, "ALERTS_SAMPLE_MAILS names no folder");
        var mails = new Mails();
        var daily = SampleAlerts.Reader() with { Cadence = Cadence.Daily, TimeZone = "Asia/Seoul" };
        var webhook = SampleAlerts.Endpoint("https://hooks.example.net/in/secret");
        Dictionary<string, EmailToSend> samples = new()
        {
            ["alert"] = SampleAlerts.Mail(DeliveryContent.Alert),
            ["update"] = SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Update()]),
            ["digest"] = SampleAlerts.Mail(DeliveryContent.Digest, daily, [SampleAlerts.Update(), Other(Severity.High, "a"), Other(Severity.Medium, "b"), Other(Severity.Low, "c")]),
            ["confirmation"] = SampleAlerts.Mail(DeliveryContent.Confirmation),
            ["welcome"] = SampleAlerts.Mail(DeliveryContent.Welcome),
            ["notice"] = SampleAlerts.Mail(DeliveryContent.Notice, webhook, notice: "The endpoint answered 410 Gone, which means that it wants no more calls."),
            ["test"] = SampleAlerts.Mail(DeliveryContent.Test),
            ["operator"] = Operator(AlarmMail.Of(new AlarmReport(
                "report", SampleAlerts.Now,
                [
                    new Alarm("source/the-record", AlarmKind.Silent, "The Record", "nothing new for 4 days; it mostly brings 5 a day", SampleAlerts.Now),
                    new Alarm("queue/email", AlarmKind.DeadLetters, "email", "3 messages failed five times", SampleAlerts.Now),
                ],
                [new Alarm("source/kbs", AlarmKind.Gap, "KBS", "", SampleAlerts.Now.AddHours(-5))]))),
            ["monster"] = SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Monster()]),
        };
        Directory.CreateDirectory(folder);
        foreach (var (name, item) in samples)
        {
            var mail = await mails.ComposeAsync(item);
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), mail.Html, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), $"{mail.Subject}\n\n{mail.Text}", TestContext.Current.CancellationToken);
        }
    }

    private static EmailToSend Operator(MailNotice notice)
    {
        var item = SampleAlerts.Mail(DeliveryContent.Operator);
        return item with { Delivery = item.Delivery with { Notice = notice } };
    }

    private static Core.Alerting.Alert Other(Severity severity, string id) => SampleAlerts.Alert() with
    {
        Id = id,
        Story = SampleAlerts.Story() with
        {
            Id = id,
            Severity = severity,
            Confirmed = false,
            ArticleCount = 1,
            Articles = [.. SampleAlerts.Story().Articles.Take(1)],
            Title = "Bridge of an example protocol drained after a signer's laptop was infected",
            Facts = new StoryFacts(["Example Bridge"], [], 3_100_000m, "44.5억 원", []),
        },
    };
}
