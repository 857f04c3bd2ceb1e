using System.Security.Cryptography;
using System.Text.Json;

namespace Alerts.Local.Hosting;

/// <summary>The keys that a cloud would keep in a vault, made once and readable by their owner only.</summary>
/// <param name="TokenKey">Signs the links in mails.</param>
/// <param name="AdminKey">Opens the API's administrative part.</param>
public sealed record LocalKeys(string TokenKey, string AdminKey)
{
    public static LocalKeys LoadOrCreate(LocalFolder folder)
    {
        if (File.Exists(folder.Keys) && JsonSerializer.Deserialize<LocalKeys>(File.ReadAllText(folder.Keys)) is { } known)
        {
            return known;
        }

        var keys = new LocalKeys(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), "alerts_local_" + RandomNumberGenerator.GetHexString(32, lowercase: true));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(folder.Keys, options);
        JsonSerializer.Serialize(stream, keys);
        return keys;
    }
}
