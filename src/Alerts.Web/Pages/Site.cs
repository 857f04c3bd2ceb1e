using System.Security.Cryptography;
using Alerts.Web.Pages.Inbox;

namespace Alerts.Web.Pages;

/// <summary>What every page knows of the whole: the style sheet, and which parts this installation has.</summary>
internal sealed class Site(IServiceProvider services)
{
    private static readonly byte[] Css = Read();

    public static string CssPath { get; } = "/site.css?v=" + Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 6));

    public static byte[] StyleSheet => Css;

    /// <summary>Only a host that writes its mails to files has an inbox to show.</summary>
    public bool HasInbox => services.GetService(typeof(IOutbox)) is not null;

    private static byte[] Read()
    {
        using var stream = typeof(Site).Assembly.GetManifestResourceStream("Alerts.Web.site.css") ?? throw new InvalidOperationException("The style sheet is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
