using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Web;

/// <summary>Under which address readers reach this installation, for links that leave it.</summary>
internal sealed class PublicAddress(IOptionsMonitor<WebOptions> options)
{
    /// <summary>Without a configured address, the one of the request: right on a laptop, wrong behind a proxy that rewrites the host.</summary>
    public string Of(HttpRequest request) => options.CurrentValue.PublicUrl is { } configured
        ? configured.AbsoluteUri.TrimEnd('/')
        : $"{request.Scheme}://{request.Host}";
}
