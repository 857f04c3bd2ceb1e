using System.Diagnostics;
using System.Globalization;
using System.Text;
using Alerts.Benchmarks.Hostile;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Benchmarks.Sanctions;

/// <summary>A sanctions list of 50 MB, half again as large as OFAC's, served in pieces and polled: how long it takes and how much the heap grows.</summary>
internal static class SanctionsBenchmark
{
    private const int Persons = 100_000;
    private const double MostMegabytes = 80;

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        await using var server = builder.Build();
        var sent = 0L;
        server.MapGet("/SDN.XML", async (HttpContext context) => sent = await WriteAsync(context.Response.Body));
        await server.StartAsync();

        var url = new Uri(new Uri(server.Urls.First()), "/SDN.XML");
        var options = new FetchingOptions { AllowedHosts = [url.Authority] };
        using var fetcher = new HttpFetcher(Options.Create(options), new AddressGuard(options), TimeProvider.System);
        var poller = new SourcePoller(fetcher, TimeProvider.System);
        var source = new Source { Id = "sdn", Name = "Sanctions", Kind = SourceKind.SanctionsList, Url = url, Publisher = "made" };
        await poller.PollAsync(source, CancellationToken.None);

        GC.Collect();
        using var memory = new MemoryPeak();
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var poll = await poller.PollAsync(source, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent / 1e6:0} MB, {poll.Listed.Count} addresses: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s of processor time with the server's, the heap grew by {memory.Megabytes:0.0} MB"));
        return poll.Listed.Count > 0 && memory.Megabytes <= MostMegabytes ? 0 : 1;
    }

    private static async Task<long> WriteAsync(Stream body)
    {
        var sent = 0L;
        await SendAsync("<?xml version=\"1.0\"?><sdnList xmlns=\"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML\"><publshInformation><Publish_Date>11/25/2026</Publish_Date></publshInformation>");
        for (var i = 0; i < Persons; i++)
        {
            var address = i % 100 == 0 ? $"<id><uid>{i}</uid><idType>Digital Currency Address - ETH</idType><idNumber>0x{i:x40}</idNumber></id>" : "";
            await SendAsync($"<sdnEntry><uid>{i}</uid><firstName>Given</firstName><lastName>PERSON {i}</lastName><sdnType>Individual</sdnType><programList><program>SDGT</program></programList><idList><id><uid>{i}</uid><idType>Passport</idType><idNumber>P{i}</idNumber></id>{address}</idList><akaList><aka><uid>{i}</uid><type>a.k.a.</type><category>weak</category><lastName>ALIAS {i}</lastName></aka></akaList><addressList><address><uid>{i}</uid><city>Somewhere</city><country>Elsewhere</country></address></addressList></sdnEntry>");
        }

        await SendAsync("</sdnList>");
        return sent;

        async Task SendAsync(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            sent += bytes.Length;
            await body.WriteAsync(bytes);
        }
    }
}
