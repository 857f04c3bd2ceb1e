using Microsoft.Playwright;

namespace Alerts.Tests.Web.Browser;

/// <summary>The chromium that is installed on this machine; tests that need one are skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    internal IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "No chromium is installed: set CHROMIUM_PATH, or install the package chromium.");
            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Path is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
