using System.CommandLine;
using Alerts.Core.Delivery;
using Alerts.Web.Api.Views;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>What a subscriber who asks for it has a right to get: always JSON.</summary>
internal sealed class SubscribersExportVerb : Verb
{
    private readonly Argument<string> target = new("target") { Description = "The address, the URL or the id" };

    public SubscribersExportVerb(Func<IAnsiConsole> console)
        : base("export", "Prints everything that is stored about a subscriber, as JSON", ["alerts subscribers export desk@example.org > desk.json"], console) => Arguments.Add(target);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        await using var services = await invocation.OpenAsync(cancellationToken);
        return await services.Get<PersonalData>().ExportAsync(SubscriberId.Of(text), cancellationToken) is { } record
            ? invocation.Print(PersonalDataView.Of(record))
            : invocation.Fail($"There is no subscription of '{text}'. See: alerts subscribers list");
    }
}
