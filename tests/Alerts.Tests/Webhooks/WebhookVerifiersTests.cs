using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Deliveries;
using Alerts.Tests.Tools;

namespace Alerts.Tests.Webhooks;

/// <summary>The libraries that receivers use verify what we sign, refuse what was tampered with, and find the payload as the schema has it.</summary>
public sealed class WebhookVerifiersTests
{
    private const string Script = """
        const fs = require('fs');
        const { Webhook } = require('standardwebhooks');
        const svix = require('svix');
        const Ajv = require('ajv/dist/2020').default;
        const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
        require('ajv-formats').default(ajv);
        const input = JSON.parse(fs.readFileSync(0, 'utf8'));
        const validate = ajv.compile(JSON.parse(fs.readFileSync(input.schema, 'utf8')));
        const accepts = (Library, secret, item) => {
          try { new Library(secret).verify(item.body, item.headers); return true; } catch { return false; }
        };
        console.log(JSON.stringify(input.items.map(item => ({
          standardwebhooks: accepts(Webhook, item.secret, item),
          svix: accepts(svix.Webhook, item.secret, item),
          schema: validate(JSON.parse(item.body)) ? '' : ajv.errorsText(validate.errors),
        }))));
        """;

    private static readonly WebhookSecret Current = new(WebhookSecretKey.Format(Enumerable.Range(7, 32).Select(i => (byte)i).ToArray()));
    private static readonly WebhookSecret Former = new(WebhookSecretKey.Format(Enumerable.Range(9, 24).Select(i => (byte)i).ToArray()), DateTimeOffset.MaxValue);
    private static readonly WebhookSecret Strange = new(WebhookSecretKey.Format(new byte[32]));

    [Fact]
    public async Task Standardwebhooks_and_svix_accept_what_is_signed_and_refuse_what_was_changed()
    {
        var now = TimeProvider.System.GetUtcNow();
        Item[] good =
        [
            Make(DeliveryContent.Alert, now, Current.Value),
            Make(DeliveryContent.Alert, now, Former.Value, update: true),
            Make(DeliveryContent.Digest, now, Current.Value),
            Make(DeliveryContent.Test, now, Current.Value),
            Make(DeliveryContent.Alert, now, Current.Value, monster: true),
        ];
        Item[] bad =
        [
            good[0] with { Secret = Strange.Value },
            good[0] with { Body = good[0].Body.Replace("Bybit", "Upbit", StringComparison.Ordinal) },
            good[0] with { Headers = new(good[0].Headers) { ["webhook-id"] = "msg_other" } },
            good[0] with { Headers = new(good[0].Headers) { ["webhook-timestamp"] = $"{now.ToUnixTimeSeconds() - 1}" } },
            Make(DeliveryContent.Alert, now.AddMinutes(-6), Current.Value),
        ];

        var verdicts = await JudgeAsync([.. good, .. bad]);

        Assert.All(verdicts[..good.Length], verdict => Assert.Equal((true, true, ""), (verdict.Standardwebhooks, verdict.Svix, verdict.Schema)));
        Assert.All(verdicts[good.Length..], verdict => Assert.Equal((false, false), (verdict.Standardwebhooks, verdict.Svix)));
    }

    private static Item Make(DeliveryContent content, DateTimeOffset at, string secret, bool update = false, bool monster = false)
    {
        var alert = monster ? SampleAlerts.Monster() : update ? SampleAlerts.Update() : SampleAlerts.Alert();
        var endpoint = SampleAlerts.Endpoint("https://hooks.example.net", WebhookFormat.Standard, Current, Former);
        var call = SampleAlerts.Call(content, endpoint, content == DeliveryContent.Test ? [] : [alert]);
        var body = new WebhookBodies(new PublicLinks(new Uri("https://alerts.example.org"))).Write(call);
        var id = WebhookSignature.IdOf(call.Delivery.Id);
        return new Item(secret, System.Text.Encoding.UTF8.GetString(body), new()
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = WebhookSignature.Timestamp(at),
            ["webhook-signature"] = WebhookSignature.Sign(endpoint.Channel.Secrets, id, at, body),
        });
    }

    private static async Task<Verdict[]> JudgeAsync(Item[] items)
    {
        var folder = await NodePackages.EnsureAsync("webhook-verifiers", "standardwebhooks@1.1.1", "svix@2.5.0", "ajv@8.20.0", "ajv-formats@3.0.1");
        using var node = NodePackages.Start("node", ["-e", Script], folder);
        var schema = Path.Combine(Repository.Root, "src", "Alerts.Core", "Delivery", "Webhooks", "webhook-v1.schema.json");
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { schema, items }, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        var error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(output.Length > 0, await error);
        return JsonSerializer.Deserialize<Verdict[]>(output, JsonSerializerOptions.Web)!;
    }

    private sealed record Item(string Secret, string Body, Dictionary<string, string> Headers);

    private sealed record Verdict(bool Standardwebhooks, bool Svix, string Schema);
}
