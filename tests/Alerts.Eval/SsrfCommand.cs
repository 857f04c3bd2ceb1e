using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Core.Sources.Guarding;
using Alerts.Infrastructure.Fetching;

namespace Alerts.Eval;

/// <summary>{"url"} to {"url", "verdict": "block" or "allow", "reason"}: what the guard says before anything is sent. A name that has no address here is none to refuse.</summary>
internal static class SsrfCommand
{
    public static async Task RunAsync(string input, string output)
    {
        var guard = new AddressGuard(new FetchingOptions());
        await using var results = new StreamWriter(output);
        foreach (var line in await File.ReadAllLinesAsync(input))
        {
            if (line.Length > 0)
            {
                var url = JsonNode.Parse(line)!["url"]!.GetValue<string>();
                var refusal = await RefusalOfAsync(guard, url);
                await results.WriteLineAsync(JsonSerializer.Serialize(new { url, verdict = refusal is null ? "allow" : "block", reason = refusal }));
            }
        }
    }

    private static async Task<string?> RefusalOfAsync(AddressGuard guard, string url) => UrlRules.Check(url, guard.AllowedHosts) switch
    {
        UrlVerdict.Refused refused => refused.Reason,
        UrlVerdict.Allowed allowed => await guard.CheckAsync(allowed.Url, CancellationToken.None) is GuardVerdict.Refused refused ? refused.Reason : null,
        var other => throw new InvalidOperationException($"unexpected {other}"),
    };
}
