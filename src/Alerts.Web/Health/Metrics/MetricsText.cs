using System.Globalization;
using System.Text;

namespace Alerts.Web.Health.Metrics;

/// <summary>Writes OpenMetrics 1.0 text: a family's TYPE and HELP first, then its samples, <c># EOF</c> at the end.</summary>
internal sealed class MetricsText
{
    public const string ContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private const string Prefix = "alerts_";

    private readonly StringBuilder text = new();

    public MetricsText Gauge(string name, string help, IEnumerable<(string Labels, double Value)> samples) => Family(name, "gauge", help, "", samples);

    /// <summary>Samples of a counter end in <c>_total</c>, its family does not.</summary>
    public MetricsText Counter(string name, string help, IEnumerable<(string Labels, double Value)> samples) => Family(name, "counter", help, "_total", samples);

    public override string ToString() => text + "# EOF\n";

    /// <summary>A label's value in quotes, escaped as the format has it.</summary>
    public static string Label(string name, string value) =>
        $"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private MetricsText Family(string name, string type, string help, string suffix, IEnumerable<(string Labels, double Value)> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {Prefix}{name} {type}\n# HELP {Prefix}{name} {help}\n");
        foreach (var (labels, value) in samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Prefix}{name}{suffix}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value:0.######}\n");
        }

        return this;
    }
}
