using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Where a row stands.</summary>
internal readonly record struct RowKey(string Partition, string Row)
{
    public static RowKey Of(TableEntity row) => new(row.PartitionKey, row.RowKey);

    /// <summary>In the partition of the id's first two digits: 256 partitions, in the order of the ids.</summary>
    public static RowKey ByShard(string id) => new(TableKey.ShardOf(id), TableKey.Escape(id));

    /// <summary>In the partition of the id's first digit: 16 partitions, in the order of the ids.</summary>
    public static RowKey BySlice(string id) => new(TableKey.SliceOf(id), TableKey.Escape(id));
}
