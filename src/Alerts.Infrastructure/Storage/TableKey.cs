using System.Globalization;
using System.Text;
using Alerts.Core;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// The service's rules for keys: no <c>/ \ # ?</c>, no control characters, at most 1 KiB. Ids are hexadecimal and pass through;
/// whatever people name (topics, keys of callers) is escaped. A dot divides the parts of a key and so is escaped within a part.
/// </summary>
internal static class TableKey
{
    private const int ShardLength = 2;
    private const int SliceLength = 1;

    /// <summary>The service takes 512 characters a key; the longest has three parts.</summary>
    private const int MaxPartLength = 150;

    /// <summary>The id's first two digits: one of 256, for what is looked up.</summary>
    public static string ShardOf(string id) => Escape(id.Length > ShardLength ? id[..ShardLength] : id);

    /// <summary>
    /// The id's first digit: one of 16, for what a fan-out writes. It goes in the order of the ids, so its rows fill transactions even
    /// where few subscriptions are due; sixteen partitions take 32,000 rows a second.
    /// </summary>
    public static string SliceOf(string id) => Escape(id.Length > SliceLength ? id[..SliceLength] : id);

    /// <summary>
    /// One part of a key: letters, digits, hyphen and underscore stay, each other byte becomes <c>!XX</c>. What would be too long is
    /// hashed, so that any text makes a key and an id from a request is at worst one that is not there.
    /// </summary>
    public static string Escape(string part)
    {
        var key = part.Length is > 0 and <= MaxPartLength && part.All(IsPlain) ? part : EscapeBytes(part);
        return key.Length is > 0 and <= MaxPartLength ? key : "!!" + DerivedId.Of(part);
    }

    /// <summary>Sixteen digits that sort the newest first.</summary>
    public static string NewestFirst(DateTimeOffset at) => (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Six digits that sort the newest month first, like <see cref="NewestFirst"/> within it.</summary>
    public static string NewestMonthFirst(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return (999_999 - ((utc.Year * 100) + utc.Month)).ToString("d6", CultureInfo.InvariantCulture);
    }

    /// <summary>A filter: keys are ASCII, so the tilde is beyond all of them.</summary>
    public static string RowsStartingWith(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static string EscapeBytes(string part)
    {
        var escaped = new StringBuilder(part.Length + 16);
        foreach (var value in Encoding.UTF8.GetBytes(part))
        {
            _ = IsPlain((char)value) ? escaped.Append((char)value) : escaped.Append('!').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
