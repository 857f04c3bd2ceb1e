using System.CommandLine;
using Alerts.Core.Delivery;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersEraseVerb : Verb
{
    private readonly Argument<string> target = new("target") { Description = "The address, the URL or the id" };

    public SubscribersEraseVerb(Func<IAnsiConsole> console)
        : base(
            "erase",
            "Erases a subscriber with all channels, topics, held alerts and deliveries; of an address a keyed hash stays",
            ["alerts subscribers erase desk@example.org"],
            console)
    {
        Arguments.Add(target);
        Aliases.Add("remove");
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        var id = SubscriberId.Of(text);
        await using var services = await invocation.OpenAsync(cancellationToken);
        if (!await services.Get<PersonalData>().EraseAsync(id, cancellationToken))
        {
            return invocation.Fail($"There is no subscription of '{text}'. See: alerts subscribers list");
        }

        await services.AuditAsync("eraseSubscription", $"/api/subscriptions/{id}", cancellationToken);
        return invocation.AsJson ? invocation.Print(new { erased = id }) : invocation.Say($"Erased {text}.");
    }
}
