using System.Diagnostics.CodeAnalysis;

namespace Alerts.Core.Sources.Feeds.Lists;

internal static class ListDocument
{
    /// <param name="refusal">Why there is no text to read.</param>
    public static bool TryDecode(ReadOnlySpan<byte> body, FeedContext context, out (string Text, string Name) decoded, [NotNullWhen(false)] out NotAFeed? refusal)
    {
        decoded = FeedEncoding.Decode(body, context.ContentType) ?? default;
        refusal = decoded.Text is null ? NotAFeed.Because(NotAFeedReason.Unreadable, "UTF-7 is refused")
            : string.IsNullOrWhiteSpace(decoded.Text) ? NotAFeed.Because(NotAFeedReason.Empty, "nothing but white space")
            : null;
        return refusal is null;
    }

    public static FeedDocument Of(FeedFormat format, IEnumerable<EntryDraft> drafts, string encoding, FeedContext context, FeedLimits limits)
    {
        var (kept, cut) = EntrySelection.Newest([.. drafts.Select(draft => draft.Build())], limits.Entries);
        EntrySelection.Inherit(kept, context.ContentLanguage);
        return new FeedDocument
        {
            Format = format,
            Encoding = encoding,
            Link = context.Url?.AbsoluteUri,
            Language = context.ContentLanguage,
            Entries = kept,
            EntriesCut = cut,
        };
    }

    /// <summary>An address for an entry that has none: its page, and a fragment derived from what it is.</summary>
    public static string Part(string page, string identity) => $"{page.Split('#')[0]}#{DerivedId.Of("part", identity)[..16]}";
}
