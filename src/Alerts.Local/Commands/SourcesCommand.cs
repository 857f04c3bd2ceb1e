using System.CommandLine;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts sources ...</c></summary>
internal sealed class SourcesCommand : Command
{
    public SourcesCommand(Func<IAnsiConsole> console)
        : base("sources", "What is watched: feeds, news sitemaps, JSON APIs and HTML lists")
    {
        Add(new SourcesListVerb(console));
        Add(new SourcesShowVerb(console));
        Add(new SourcesAddVerb(console));
        Add(new SourcesRemoveVerb(console));
        Add(new SourcesTestVerb(console));
        Add(new SourcesDiscoverVerb(console));
        Add(new SourcesImportVerb(console));
        Add(new SourcesExportVerb(console));
    }
}
