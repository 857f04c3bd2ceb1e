namespace Alerts.Infrastructure.Email.Views;

/// <summary>
/// How much of an alert a mail tells. A mail that comes out too large is composed again one level down: Gmail cuts mails beyond
/// 102 kB, unsubscribe link included.
/// </summary>
/// <param name="Stories">Stories of a digest told as cards; those beyond are counted.</param>
/// <param name="Hits">Articles whose match is explained.</param>
/// <param name="Quotes">Quotes per explained article.</param>
/// <param name="Rules">Clauses and gates per explained article.</param>
/// <param name="Sources">Articles listed as sources.</param>
/// <param name="Changes">Changes of an update.</param>
internal sealed record Detail(int Stories, int Hits, int Quotes, int Rules, int Sources, int Changes)
{
    /// <summary>From the fullest to one that fits whatever the text: every text in a view has a longest length of its own.</summary>
    public static IReadOnlyList<Detail> ForAlert { get; } = [new(1, 3, 4, 8, 12, 6), new(1, 2, 3, 4, 6, 6), new(1, 1, 1, 2, 3, 4)];

    public static IReadOnlyList<Detail> ForDigest { get; } = [new(40, 1, 1, 0, 3, 3), new(20, 1, 1, 0, 2, 3), new(10, 1, 0, 0, 1, 2), new(3, 1, 0, 0, 1, 1)];
}
