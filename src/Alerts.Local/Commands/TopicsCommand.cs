using System.CommandLine;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts topics ...</c></summary>
internal sealed class TopicsCommand : Command
{
    public TopicsCommand(Func<IAnsiConsole> console)
        : base("topics", "Rules that say what is news")
    {
        Add(new TopicsTestVerb(console));
        Add(new TopicsStatsVerb(console));
    }
}
