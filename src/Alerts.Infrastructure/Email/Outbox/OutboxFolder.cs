using Alerts.Core;
using Alerts.Core.Delivery;
using MimeKit;

namespace Alerts.Infrastructure.Email.Outbox;

/// <summary>
/// One <c>.eml</c> per delivery. A file appears whole or not at all, under a name that is the delivery's: a mail written twice is
/// there once, and that it was written twice stands in <c>repeats.log</c>, which is how a crash test counts.
/// </summary>
internal sealed class OutboxFolder(string path, TimeProvider time)
{
    public const string RepeatsFile = "repeats.log";

    /// <returns>The file's name.</returns>
    public async Task<string> WriteAsync(DeliveryId delivery, MimeMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        var name = NameOf(delivery);
        var target = Path.Combine(path, name);
        var draft = Path.Combine(path, $".{name}.{Guid.NewGuid():n}.tmp");
        try
        {
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 16 * 1024, useAsync: true))
                await message.WriteToAsync(stream, cancellationToken);
            Publish(draft, target, name);
        }
        finally
        {
            File.Delete(draft);
        }

        return name;
    }

    public static string NameOf(DeliveryId delivery)
    {
        var id = delivery.ToString();
        var safe = id.Length <= 120 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        return (safe ? id : DerivedId.Of("outbox", delivery.ContentId, delivery.SubscriptionId)) + ".eml";
    }

    private void Publish(string draft, string target, string name)
    {
        try
        {
            // Fails where the file is there, atomically: of two instances that write the same mail, one notices.
            File.Move(draft, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            File.Move(draft, target, overwrite: true);
            NoteRepeat(name);
        }
    }

    private void NoteRepeat(string name)
    {
        using var log = new FileStream(Path.Combine(path, RepeatsFile), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        log.Write(System.Text.Encoding.ASCII.GetBytes($"{time.GetUtcNow():O} {name}\n"));
    }
}
