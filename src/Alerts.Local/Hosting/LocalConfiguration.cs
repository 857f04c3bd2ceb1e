using System.Globalization;

namespace Alerts.Local.Hosting;

/// <summary>
/// The settings of a laptop, weakest first: what works out of the box, the folder's own file, environment variables
/// (<c>Alerts__Email__Mode=Smtp</c>), then the command line.
/// </summary>
internal static class LocalConfiguration
{
    public const int DefaultPort = 7071;

    public static IConfigurationRoot Build(LocalFolder folder, LocalKeys keys, int? port = null, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var listen = port ?? DefaultPort;
        return new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Alerts:PublicUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listen}"),
                ["Alerts:Email:Mode"] = "Outbox",
                ["Alerts:Email:OutboxPath"] = folder.Outbox,
                ["Alerts:Tokens:Keys:0:Id"] = "local",
                ["Alerts:Tokens:Keys:0:Key"] = keys.TokenKey,
                ["Alerts:Api:AdminKey"] = keys.AdminKey,

                // The sample source is served by this host itself. The index is far behind those that a user counts up from zero.
                ["Alerts:Fetching:AllowedHosts:9071"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{listen}"),
            })
            .AddJsonFile(folder.Settings, optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides ?? new Dictionary<string, string?>())
            .Build();
    }
}
