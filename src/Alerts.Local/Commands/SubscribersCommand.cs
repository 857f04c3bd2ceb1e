using System.CommandLine;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts subscribers ...</c></summary>
internal sealed class SubscribersCommand : Command
{
    public SubscribersCommand(Func<IAnsiConsole> console)
        : base("subscribers", "Who is told")
    {
        Add(new SubscribersListVerb(console));
        Add(new SubscribersAddVerb(console));
        Add(new SubscribersShowVerb(console));
        Add(new SubscribersExportVerb(console));
        Add(new SubscribersEraseVerb(console));
    }
}
