using System.Net;
using Alerts.Core.Sources.Guarding;
using Alerts.Infrastructure.Fetching;
using Alerts.Tests.Faults;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Fetching;

/// <summary>Fetchers for tests.</summary>
internal static class Fetchers
{
    /// <summary>One that may reach this server and nothing else on loopback.</summary>
    public static HttpFetcher For(FaultyServer server, TimeProvider? time = null) => Create([server.Authority], new SystemResolver(), time);

    public static HttpFetcher Create(IReadOnlyList<string> allowed, IHostResolver resolver, TimeProvider? time = null, TimeSpan? connectTimeout = null)
    {
        var options = new FetchingOptions { AllowedHosts = [.. allowed], Contact = "https://alerts.example/about", ConnectTimeout = connectTimeout ?? TimeSpan.FromSeconds(7) };
        return new HttpFetcher(Options.Create(options), new AddressGuard(new AllowedHosts(allowed), resolver), time ?? TimeProvider.System);
    }

    /// <summary>Answers each question with the next of these, the last one for ever.</summary>
    public sealed class Resolver(params IPAddress[][] answers) : IHostResolver
    {
        private int asked;

        public int TimesAsked => asked;

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult(answers[Math.Min(Interlocked.Increment(ref asked), answers.Length) - 1]);
    }
}
