namespace Alerts.Core.Matching.Topics;

/// <summary>What each gate can find.</summary>
public static class TopicGateFindings
{
    public const string Main = "main";
    public const string Part = "part";
    public const string Passing = "passing";

    public const string TheftBy = "theft";
    public const string ActionAgainst = "action";
    public const string AttackOn = "against";
    public const string MentionOf = "mention";

    private static readonly string[] s_subject = [Main, Part, Passing];
    private static readonly string[] s_direction = [TheftBy, ActionAgainst, AttackOn, MentionOf];
    private static readonly string[] s_time = [.. Enum.GetValues<NewsKind>().Select(Of)];

    public static IReadOnlyList<string> Of(string gate) => gate switch
    {
        TopicGate.Subject => s_subject,
        TopicGate.Direction => s_direction,
        TopicGate.Time => s_time,
        _ => throw new ArgumentException($"There is no gate {gate}.", nameof(gate)),
    };

    public static string Of(NewsKind kind) => kind switch
    {
        NewsKind.NewEvent => "new",
        NewsKind.FollowUp => "follow-up",
        NewsKind.Retrospective => "retrospective",
        NewsKind.CourtStep => "court",
        NewsKind.RoundUp => "round-up",
        NewsKind.Policy => "policy",
        NewsKind.Opinion => "opinion",
        NewsKind.Drill => "drill",
        _ => "product",
    };
}
