using Alerts.Core.Matching.Scanning;

namespace Alerts.Benchmarks.Matching;

internal sealed class AlertsMatcher(AliasForm form = AliasForm.Word) : IMatcher
{
    private readonly List<AliasOccurrence> _occurrences = [];
    private AliasScanner _scanner = new AliasScannerBuilder().Build();

    public string Name => "Alerts";

    public bool TryBuild(string[] aliases)
    {
        var builder = new AliasScannerBuilder();
        for (int i = 0; i < aliases.Length; i++)
            builder.Add(aliases[i], i, form);
        _scanner = builder.Build();
        return true;
    }

    public void Scan(string text, List<Mention> mentions)
    {
        _occurrences.Clear();
        _scanner.Scan(text, _occurrences);
        foreach (AliasOccurrence found in _occurrences)
            mentions.Add(new(found.Id, found.Start, found.End));
    }

    public void Dispose()
    {
    }
}
