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
    private static readonly Lock Turn = new();

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

    /// <summary>The move is atomic, looking beforehand is not: the writers of this process take turns.</summary>
    private void Publish(string draft, string target, string name)
    {
        lock (Turn)
        {
            var isRepeat = File.Exists(target);
            File.Move(draft, target, overwrite: true);
            if (isRepeat)
            {
                File.AppendAllText(Path.Combine(path, RepeatsFile), $"{time.GetUtcNow():O} {name}\n");
            }
        }
    }
}
