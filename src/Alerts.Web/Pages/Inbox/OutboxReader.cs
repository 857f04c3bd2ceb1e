namespace Alerts.Web.Pages.Inbox;

/// <summary>A folder of <c>.eml</c> files. Names come from the listing only, so no address leads out of the folder.</summary>
internal sealed class OutboxReader(string path) : IOutbox
{
    private const string Ending = ".eml";

    public IReadOnlyList<OutboxMail> List(int take)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists
            ? [.. folder.EnumerateFiles("*" + Ending).OrderByDescending(file => file.LastWriteTimeUtc).Take(take)
                .Select(file => new OutboxMail(Path.GetFileNameWithoutExtension(file.Name), file.LastWriteTimeUtc))]
            : [];
    }

    public Stream? Open(string id)
    {
        var name = Path.GetFileName(id);
        var file = Path.Combine(path, name + Ending);
        return name == id && id.Length > 0 && File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
    }
}
