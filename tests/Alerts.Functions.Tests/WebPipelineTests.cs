using Alerts.Infrastructure;
using Alerts.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Functions.Tests;

public sealed class WebPipelineTests
{
    [Theory]
    [InlineData("/health", StatusCodes.Status200OK)]
    [InlineData("/there-is-no-such-page", StatusCodes.Status404NotFound)]
    public async Task The_endpoints_of_the_product_answer_whatever_the_trigger_matched(string path, int status)
    {
        await using var app = App();
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.RouteValues = new RouteValueDictionary { ["path"] = path };
        context.Response.Body = new MemoryStream();
        context.SetEndpoint(new Endpoint(_ => throw new InvalidOperationException("The trigger must not run again."), EndpointMetadataCollection.Empty, "trigger"));

        await new WebPipeline(app.Services).AnswerAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.DoesNotContain(context.Request.RouteValues, value => value.Key == "path");
        Assert.NotEqual(0, context.Response.Body.Length);
    }

    // The host keeps these for itself and answers 404: https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#customize-the-http-endpoint
    [Theory]
    [InlineData("admin")]
    [InlineData("runtime")]
    public async Task No_path_begins_as_the_host_s_own_do(string reserved)
    {
        await using var app = App();
        app.UseAlerts();
        app.MapAlerts();

        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).ToList();

        Assert.NotEmpty(paths);
        Assert.DoesNotContain(paths, path => path.Split('/')[0].Equals(reserved, StringComparison.OrdinalIgnoreCase));
    }

    private static WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Alerts:Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        builder.Configuration["Alerts:Tokens:Keys:0:Id"] = "test";
        builder.Configuration["Alerts:Tokens:Keys:0:Key"] = Convert.ToBase64String(new byte[32]);
        builder.Services.AddAlerts(builder.Configuration).AddAlertsWeb(builder.Configuration);
        return builder.Build();
    }
}
