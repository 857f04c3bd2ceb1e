using System.Collections.Frozen;

namespace Alerts.Core.Sources.Guarding;

/// <summary>Which ports a web server may be asked on: 80, 443, and above 1023 whatever is no well-known service of another kind.</summary>
public static class PortRules
{
    /// <summary>What browsers refuse (the Fetch standard's bad ports) above 1023, then databases, caches, queues and control planes.</summary>
    private static readonly FrozenSet<int> OtherServices = FrozenSet.Create(
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        1080, 1433, 1434, 1521, 1883, 2181, 2375, 2376, 2377, 2379, 2380, 3128, 3268, 3269, 3306, 3389, 4369, 5432, 5433, 5555, 5601, 5671, 5672,
        5800, 5900, 5901, 5984, 5985, 5986, 6379, 6380, 6443, 7000, 7001, 7199, 7474, 7687, 8086, 8125, 8300, 8301, 8500, 8600, 9042, 9092, 9160,
        9200, 9300, 10000, 10001, 10002, 10250, 10255, 11211, 15672, 25672, 26379, 27017, 27018, 27019, 28015, 32526, 50000, 50070, 61616);

    public static bool IsForWeb(int port) => port is 80 or 443 || (port is > 1023 and <= 65535 && !OtherServices.Contains(port));
}
