using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The one way in by HTTP. Who may do what is decided by the endpoints, as on a laptop; the host's own keys are not used.</summary>
public sealed class Http(WebPipeline web)
{
    [Function("Http")]
    public Task AnswerAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => web.AnswerAsync(request.HttpContext);
}
