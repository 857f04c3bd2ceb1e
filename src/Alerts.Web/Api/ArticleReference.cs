namespace Alerts.Web.Api;

/// <param name="Url">Canonical: without tracking parameters.</param>
public sealed record ArticleReference(string Id, string Url);
