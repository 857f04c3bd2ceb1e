using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email.Outbox;
using Alerts.Tests.Deliveries;
using MimeKit;

namespace Alerts.Tests.Email;

public sealed class OutboxEmailSenderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("alerts-outbox-");
    private readonly Mails mails = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_is_one_file_that_a_mail_client_opens()
    {
        var outcome = Assert.IsType<SendOutcome.Delivered>((await Sender().SendAsync([SampleAlerts.Mail(DeliveryContent.Alert)], Cancelled)).Single());
        var file = Assert.Single(folder.GetFiles());

        Assert.Equal(outcome.Detail, file.Name);
        using var message = await MimeMessage.LoadAsync(file.FullName, Cancelled);
        Assert.Equal(outcome.ProviderId, message.MessageId);
    }

    [Fact]
    public async Task A_mail_written_twice_is_there_once_and_the_repeat_is_counted()
    {
        var item = SampleAlerts.Mail(DeliveryContent.Alert);
        await Sender().SendAsync([item], Cancelled);
        await Sender().SendAsync([item], Cancelled);

        Assert.Single(folder.GetFiles("*.eml"));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder.FullName, OutboxFolder.RepeatsFile), Cancelled));
    }

    [Fact]
    public async Task Of_twenty_that_write_one_mail_at_once_nineteen_are_repeats()
    {
        var item = SampleAlerts.Mail(DeliveryContent.Alert);
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), Cancelled, async (_, cancellationToken) => await Sender().SendAsync([item], cancellationToken));

        Assert.Single(folder.GetFiles("*.eml"));
        Assert.Equal(19, (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, OutboxFolder.RepeatsFile), Cancelled)).Length);
    }

    [Theory]
    [InlineData("../../etc/passwd", "x")]
    [InlineData("a/b", "c\\d")]
    [InlineData("한", "…")]
    public void A_file_stays_in_its_folder_whatever_the_ids(string content, string subscription) =>
        Assert.Matches("^[0-9a-f]{32}\\.eml$", OutboxFolder.NameOf(new DeliveryId(content, subscription)));

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        var file = Path.Combine(folder.FullName, "a file");
        await File.WriteAllTextAsync(file, "", Cancelled);

        Assert.IsType<SendOutcome.RetryLater>((await Sender(Path.Combine(file, "outbox")).SendAsync([SampleAlerts.Mail(DeliveryContent.Alert)], Cancelled)).Single());
    }

    private OutboxEmailSender Sender(string? path = null) => new(mails.Composer, mails.Mime, new OutboxFolder(path ?? folder.FullName, mails.Time));
}
