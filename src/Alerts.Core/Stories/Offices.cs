using System.Collections.Frozen;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>Tells the name of an authority from what it does: topics count "Treasury" as a word of sanctions, stories ask who speaks.</summary>
internal static class Offices
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "OFAC", "Treasury", "재무부", "财政部", "財政部", "Минфин США", "US-Finanzministerium", "Trésor américain", "DOJ", "Justice Department", "Department of Justice", "법무부", "司法省", "司法部", "минюст", "Минюст", "Полиция", "Прокуратура", "Police", "Prosecutors", "Fiscalía",
        "Departamento de Justicia", "US-Justizministerium", "Justizministerium", "ministère de la Justice", "justice américaine", "警察庁", "UN panel", "Panel of Experts", "MSMT",
        "경찰", "검찰", "警方", "检方", "полиция", "полиции", "прокуратура", "Polizei", "Staatsanwaltschaft", "fiscalía", "prosecutor", "prosecutors",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsOffice(Mention mention) => mention.Kind == Kinds.Authority || (mention.Kind is Kinds.Response or Kinds.Cue && s_names.Contains(mention.Alias));
}
