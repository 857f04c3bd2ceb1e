using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Alerts.Tests.Tools;

/// <summary>A real mail server that delivers nowhere and tells what it got as JSON.</summary>
public sealed class Maildev : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private Process? process;

    public int SmtpPort { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var folder = await NodePackages.EnsureAsync("maildev-3.0.0", "maildev@3.0.0");
        SmtpPort = FreePort();
        var webPort = FreePort();
        process = NodePackages.Start(
            "node",
            [Path.Combine("node_modules", "maildev", "dist", "bin", "maildev.js"), "--smtp", $"{SmtpPort}", "--web", $"{webPort}", "--ip", "127.0.0.1", "--web-ip", "127.0.0.1", "--silent"],
            folder);
        http.BaseAddress = new Uri($"http://127.0.0.1:{webPort}/api/");
        await WaitAsync();
    }

    public async Task<JsonElement> MailsAsync(CancellationToken cancellationToken) => await http.GetFromJsonAsync<JsonElement>("email", cancellationToken);

    /// <summary>The mail as it came over the wire.</summary>
    public Task<string> SourceAsync(JsonElement mail, CancellationToken cancellationToken) =>
        http.GetStringAsync(new Uri($"email/{mail.GetProperty("id").GetString()}/source", UriKind.Relative), cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WaitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative), limit.Token);
                using var smtp = new TcpClient();
                await smtp.ConnectAsync(IPAddress.Loopback, SmtpPort, limit.Token);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or SocketException)
            {
                Assert.False(process!.HasExited, "maildev ended by itself");
                await Task.Delay(100, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
