using System.Security.Cryptography;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

internal static class WebhookSecrets
{
    /// <summary>Standard Webhooks asks for 24 to 64 bytes.</summary>
    private const int Bytes = 32;

    public static string Create() => SignedRequest.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
