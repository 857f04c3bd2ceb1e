using Alerts.Functions;
using Alerts.Functions.Language;
using Alerts.Infrastructure;
using Alerts.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Logging.KeepAddressesOut();
builder.Services
    .AddAlerts(builder.Configuration)
    .AddAlertsWeb(builder.Configuration)
    .AddTextAnalytics(builder.Configuration)
    .AddSingleton<WebPipeline>()
    .AddSingleton<Preparation>();

var app = builder.Build();
await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
await app.RunAsync();
