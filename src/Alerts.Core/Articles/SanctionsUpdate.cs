using System.Globalization;
using System.Text;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds.Sanctions;
using Alerts.Core.Sources.Polling;

namespace Alerts.Core.Articles;

/// <summary>
/// Tells one version of a sanctions list from the one before: the addresses that came become one article, with every one of them
/// literally in its text. The first sight of a list is what later ones are compared with, and no news.
/// </summary>
public static class SanctionsUpdate
{
    private const int NamesInTitle = 2;

    private static readonly Dictionary<string, string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DPRK"] = "North Korea",
        ["DPRK2"] = "North Korea",
        ["DPRK3"] = "North Korea",
        ["DPRK4"] = "North Korea",
        ["DPRK-NKSPEA"] = "North Korea",
        ["CYBER2"] = "malicious cyber activities",
        ["CYBER3"] = "malicious cyber activities",
    };

    public static SourcePoll Of(Source source, FetchOutcome.Fetched fetched, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fetched);
        if (fetched.Made is not SanctionsReading reading)
        {
            throw new ArgumentException("The list was not read while it was fetched.", nameof(fetched));
        }

        if (reading.List is not { } list)
        {
            return SourcePoll.Of(source, new PollResult.Unreadable(reading.Problem ?? "no list"));
        }

        if (list.Addresses.Count > SeenEntries.LargestCapacity)
        {
            return SourcePoll.Of(source, new PollResult.Unreadable(string.Create(
                CultureInfo.InvariantCulture, $"lists {list.Addresses.Count} addresses, {SeenEntries.LargestCapacity} at most can be told from those that come later")));
        }

        var seen = source.State.Seen;
        var added = seen.Count == 0 ? [] : list.Addresses.Where(address => seen.Look(address.Address, "") == EntrySighting.New).ToList();
        var isNewVersion = added.Count > 0 || list.Published > source.State.NewestEntryAt;
        var result = new PollResult.Listed([list.Published], isNewVersion ? 1 : 0)
        {
            FreshFor = fetched.FreshFor,
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            MovedTo = fetched.MovedTo,
        };
        return new SourcePoll(
            source, result, [.. list.Addresses.Select(address => (address.Address, ""))], added.Count == 0 ? [] : [ArticleOf(source, list.Published, added, now)], Changed: []);
    }

    private static Article ArticleOf(Source source, DateTimeOffset? published, List<SanctionedAddress> added, DateTimeOffset now)
    {
        var url = $"{source.Url!.GetLeftPart(UriPartial.Query)}#added-{DerivedId.Compact([.. added.Select(address => address.Address).Order(StringComparer.Ordinal)])}";
        var text = TextOf(published ?? now, added);
        return new Article
        {
            Id = ArticleId.Of(url),
            Url = url,
            Title = TitleOf(added),
            Summary = Lede.Cut(text, 2_000),
            Text = text.Length > Article.MaxTextLength ? text[..Article.MaxTextLength] : text,
            TextOrigin = TextOrigin.Entry,
            Language = "en",
            // The list states a day; what it added came between the last poll and this one.
            PublishedAt = published is { } day && day.Date == now.UtcDateTime.Date ? now : published,
            FirstSeenAt = now,
            SourceId = source.Id,
            Publisher = source.Publisher,
            Tier = source.Tier,
        };
    }

    /// <summary>"OFAC adds 3 crypto addresses to its sanctions list, program DPRK3 (North Korea): LAZARUS GROUP".</summary>
    private static string TitleOf(List<SanctionedAddress> added)
    {
        var programs = added.SelectMany(address => address.Programs).Distinct().ToList();
        var names = added.Select(address => address.Name).Where(name => name.Length > 0).Distinct().ToList();
        var more = names.Count - NamesInTitle;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"OFAC adds {added.Count} crypto {(added.Count == 1 ? "address" : "addresses")} to its sanctions list{(programs.Count == 0 ? "" : $", {(programs.Count == 1 ? "program" : "programs")} {string.Join(", ", programs.Take(4).Select(InWords))}")}{(names.Count == 0 ? "" : $": {string.Join(", ", names.Take(NamesInTitle))}{(more > 0 ? $" and {more} more" : "")}")}");
    }

    private static string TextOf(DateTimeOffset published, List<SanctionedAddress> added)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The US Treasury's Office of Foreign Assets Control (OFAC) added {added.Count} digital currency {(added.Count == 1 ? "address" : "addresses")} to the list of Specially Designated Nationals published on {published:d MMMM yyyy}.");
        foreach (var person in added.GroupBy(address => (address.Name, Programs: string.Join(", ", address.Programs.Select(InWords)))))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{person.Key.Name}, sanctioned under {person.Key.Programs}: {string.Join(", ", person.Select(address => $"{address.Currency} {address.Address}"))}.");
        }

        return text.ToString();
    }

    private static string InWords(string program) => Programs.TryGetValue(program, out var words) ? $"{program} ({words})" : program;
}
