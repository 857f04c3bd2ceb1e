using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>Tells the name of an authority from what it does: topics count "Treasury" as a word of sanctions, stories ask who speaks.</summary>
internal static class Offices
{
    public static bool IsOffice(Mention mention) => mention.Kind == Kinds.Authority || (mention.Kind is Kinds.Response or Kinds.Cue && ClaimVocabulary.IsOfficial(mention.Alias));
}
