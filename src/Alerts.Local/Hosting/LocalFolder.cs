namespace Alerts.Local.Hosting;

/// <summary>Everything that the laptop keeps: storage, outbox, keys, tools. Deleting the folder starts afresh.</summary>
public sealed record LocalFolder(string Root)
{
    public const string DefaultName = ".alerts";

    public string Outbox => Path.Combine(Root, "outbox");

    public string Storage => Path.Combine(Root, "storage");

    public string Tools => Path.Combine(Root, "tools");

    public string Keys => Path.Combine(Root, "keys.json");

    /// <summary>Settings of the user's own: read after the built-in ones, before environment variables.</summary>
    public string Settings => Path.Combine(Root, "alerts.json");

    public static LocalFolder Open(string? path)
    {
        var root = Path.GetFullPath(path ?? Environment.GetEnvironmentVariable("ALERTS_DATA") ?? DefaultName);
        Directory.CreateDirectory(root);
        return new LocalFolder(root);
    }
}
