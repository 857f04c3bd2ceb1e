using Alerts.Core.Matching.Cues;

namespace Alerts.Core.Stories.Claims;

/// <summary>The concepts of <c>Stories/Data/claims.json</c> that code knows by name.</summary>
internal static class ClaimCues
{
    public const string Official = "official";
    public const string Vendor = "vendor";
    public const string Researcher = "researcher";
    public const string Kind = "kind";
    public const string Chain = "chain";
    public const string Day = "day";

    public const string Attributes = "attributes";
    public const string Suspected = "suspected";
    public const string Likely = "likely";
    public const string NoLink = "denied";
    public const string Negates = "negates";
    public const string Intent = "intent";
    public const string Frozen = "frozen";
    public const string Recovered = "recovered";
    public const string Laundered = "laundered";
    public const string Confirms = "confirms";
    public const string Denies = "denies";
    public const string Reimburses = "reimburses";
    public const string Pauses = "pauses";

    public static bool IsClaimant(Cue cue) => cue.Note is Official or Vendor or Researcher;

    /// <summary>Claimants without a name of their own: "police", "researchers".</summary>
    public static bool IsGeneric(string id) => id is "police" or "vendor" or "researcher" or "us-officials" or "korean-regulator";
}
