using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Functions.Tests;

public sealed class WebPipelineTests
{
    [Fact]
    public async Task The_match_of_the_trigger_is_not_taken_for_an_answer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRouting();
        await using var app = builder.Build();
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = "GET";
        context.Request.Path = "/there-is-no-such-page";
        context.Request.RouteValues = new RouteValueDictionary { ["path"] = "there-is-no-such-page" };
        context.SetEndpoint(new Endpoint(_ => throw new InvalidOperationException("The trigger's endpoint must not run again."), EndpointMetadataCollection.Empty, "trigger"));

        await new WebPipeline(app.Services).AnswerAsync(context);

        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
        Assert.Empty(context.Request.RouteValues);
    }
}
