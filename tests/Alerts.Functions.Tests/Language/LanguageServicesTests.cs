using Alerts.Core.Matching;
using Alerts.Functions.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Functions.Tests.Language;

/// <summary>These tests compile the app without the package of Azure AI Language, as a build with <c>AzureLanguage=false</c> does.</summary>
public sealed class LanguageServicesTests
{
    [Fact]
    public void Without_an_endpoint_nothing_enriches() =>
        Assert.DoesNotContain(Add(null), service => service.ServiceType == typeof(ITextEnricher));

    [Fact]
    public void An_endpoint_in_a_build_that_cannot_ask_it_stops_the_start()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Add("https://news.cognitiveservices.azure.com/"));

        Assert.Contains("Alerts:Language:Endpoint is https://news.cognitiveservices.azure.com/", refused.Message, StringComparison.Ordinal);
    }

    private static IServiceCollection Add(string? endpoint) => new ServiceCollection().AddTextAnalytics(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Alerts:Language:Endpoint"] = endpoint }).Build());
}
