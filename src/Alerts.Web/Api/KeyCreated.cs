using Alerts.Web.Api.Views;

namespace Alerts.Web.Api;

/// <param name="Secret">The key itself. It is stored as a hash and shown here only.</param>
/// <param name="SigningSecret">Shown here only.</param>
public sealed record KeyCreated(KeyView Key, string Secret, string? SigningSecret);
