namespace Alerts.Infrastructure.Storage;

/// <summary>Partitions from <paramref name="From"/> up to, not including, <paramref name="Until"/>.</summary>
/// <param name="Filter">What rows must meet besides.</param>
internal sealed record PartitionSpan(string From, string Until, string? Filter = null)
{
    /// <summary>Beyond every key: keys are ASCII.</summary>
    public const string End = "~";

    public static PartitionSpan All { get; } = new("", End);

    /// <summary>All partitions whose key begins so.</summary>
    public static PartitionSpan StartingWith(string prefix) => new(prefix, prefix + End);

    /// <summary>One partition: no key has a character below the exclamation mark.</summary>
    public static PartitionSpan Only(string partition, string filter) => new(partition, partition + "!", filter);

    public string And(string filter) => Filter is null ? filter : $"{filter} and {Filter}";

    public bool Contains(string partition) => string.CompareOrdinal(partition, From) >= 0 && string.CompareOrdinal(partition, Until) < 0;
}
