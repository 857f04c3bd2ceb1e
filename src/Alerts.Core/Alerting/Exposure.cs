using Alerts.Core.Matching;

namespace Alerts.Core.Alerting;

/// <summary>Why a story concerns one reader: it names what stands on that reader's watch list.</summary>
/// <param name="Watched">As it stands on the list.</param>
/// <param name="Name">Canonical, where the knowledge base knows it; else as watched.</param>
/// <param name="Written">As an article writes it; null where that was not kept.</param>
public sealed record Exposure(string Watched, string Name, string? Written)
{
    /// <summary>"You are exposed because the story names Upbit (“업비트”), which is on your watch list."</summary>
    public string Sentence => $"You are exposed because the story names {Name}{(Written is null || Same(Written, Name) ? "" : $" (“{Written}”)")}, which is on your watch list{(Same(Watched, Name) ? "" : $" as “{Watched}”")}.";

    internal static Exposure Of(string watched, string name, Mention? mention) => new(watched, name, mention?.Alias);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
