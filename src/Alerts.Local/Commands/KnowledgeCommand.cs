using System.CommandLine;
using Alerts.Core.Knowledge;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts knowledge ...</c></summary>
internal sealed class KnowledgeCommand : Command
{
    public KnowledgeCommand(Func<IAnsiConsole> console)
        : base("knowledge", "What the matcher knows: actors, victims, words, and who says so")
    {
        Add(new CheckVerb(console));
        Add(new ShowVerb(console));
    }

    private sealed class CheckVerb : Verb
    {
        private readonly Argument<FileInfo[]> files = new("files") { Description = "Further files to check with the product's, before they are built in", Arity = ArgumentArity.ZeroOrMore };

        public CheckVerb(Func<IAnsiConsole> console)
            : base("check", "Validates the knowledge base", ["alerts knowledge check", "alerts knowledge check my-aliases.json"], console) => Arguments.Add(files);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var texts = new List<KnowledgeText>();
            foreach (var file in invocation.Parsed.GetValue(files) ?? [])
            {
                if (!file.Exists)
                {
                    return invocation.Fail($"There is no file {file}.");
                }

                texts.Add(new KnowledgeText(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken)));
            }

            var load = KnowledgeBase.Load(texts);
            if (invocation.AsJson)
            {
                invocation.Print(new { concepts = load.Knowledge.Concepts.Count, aliases = load.Knowledge.Aliases.Count, issues = load.Issues.Select(issue => issue.ToString()) });
            }
            else
            {
                load.Issues.ToList().ForEach(issue => invocation.Error.WriteLine(issue));
                invocation.Say($"{load.Knowledge.Concepts.Count} concepts, {load.Knowledge.Aliases.Count} aliases, {load.Knowledge.Incidents.Count} incidents, {load.Issues.Count} issues");
            }

            return load.Issues.Count == 0 ? AlertsCommandLine.Done : AlertsCommandLine.Failed;
        }
    }

    private sealed class ShowVerb : Verb
    {
        private readonly Argument<string> name = new("name") { Description = "Any of its names" };

        public ShowVerb(Func<IAnsiConsole> console)
            : base("show", "Prints what is known of a concept, and from where", ["alerts knowledge show \"Citrine Sleet\""], console) => Arguments.Add(name);

        protected override Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var wanted = invocation.Parsed.GetValue(name)!;
            if (ConceptDescription.Of(KnowledgeBase.BuiltIn, wanted) is not { } known)
            {
                return Task.FromResult(invocation.Fail($"Nothing is known by the name '{wanted}'."));
            }

            if (invocation.AsJson)
            {
                return Task.FromResult(invocation.Print(known.Concept));
            }

            invocation.Say(known.ToString());
            return Task.FromResult(AlertsCommandLine.Done);
        }
    }
}
