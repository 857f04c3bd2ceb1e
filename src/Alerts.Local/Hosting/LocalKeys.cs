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
        if (File.Exists(folder.Keys))
        {
            return Load(folder.Keys);
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

    /// <summary>Keys that cannot be read are not made anew: links in mails that were sent would stop working without a word.</summary>
    private static LocalKeys Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<LocalKeys>(File.ReadAllText(file)) is { TokenKey: not null, AdminKey: not null } known ? known : throw new JsonException("It holds no keys.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} cannot be read: put a copy of it back, or delete it for new keys, with which no link in the mails sent so far works.", e);
        }
    }
}
