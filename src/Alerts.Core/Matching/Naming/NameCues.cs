using Alerts.Core.Matching.Cues;

namespace Alerts.Core.Matching.Naming;

/// <summary>The concepts of <c>Matching/Data/names.json</c>: what the words around a name say of whose news it is, and of when.</summary>
internal static class NameCues
{
    public const string Span = "span";
    public const string ThisYear = "this-year";
    public const string LastYear = "last-year";
    public const string Total = "total";
    public const string Deeds = "deeds";
    public const string RankedDeed = "ranked-deed";

    public const string Earlier = "earlier";
    public const string SinceIt = "since-it";
    public const string After = "after";
    public const string Example = "example";

    public const string Ground = "ground";
    public const string GroundAfter = "ground-after";
    public const string NetworkAfter = "network-after";
    public const string DescribesVenue = "describes-venue";
    public const string Country = "country";
    public const string Suffers = "suffers";
    public const string Way = "way";
    public const string Moves = "moves";
    public const string Toward = "toward";
    public const string Receives = "receives";
    public const string ReceivedBy = "received-by";
    public const string Helps = "helps";
    public const string PublishedOn = "published-on";
    public const string ReadAlso = "read-also";
    public const string Fame = "fame";
    public const string Aim = "aim";
    public const string Against = "against";
    public const string ComparedBefore = "compared-before";
    public const string ComparedAfter = "compared-after";

    public const string Accuses = "accuses";
    public const string CaseAgainst = "case-against";
    public const string IntroducesAccused = "introduces-accused";
    public const string Accused = "accused";
    public const string Gets = "gets";
    public const string Term = "term";
    public const string Group = "group";
    public const string IsCalled = "is-called";
    public const string People = "people";

    /// <summary>All written forms of one of these.</summary>
    public static IEnumerable<string> FormsOf(string id) => Words.FormsOf(concept => concept.Id == id);

    public static CueVocabulary Words { get; } = new("Matching/names.json");
}
