using System.Globalization;
using System.Text;
using Alerts.Core.Incidents;

namespace Alerts.Web.Api.Incidents;

/// <summary>A line an incident; what is several is divided by semicolons.</summary>
internal sealed class CsvIncidents : IIncidentFormat
{
    private static readonly string[] Columns =
    [
        "id", "name", "date", "victims", "kinds", "chains", "amountUsd", "amountUsdLow", "amountUsdHigh", "amountIsEstimate", "taken", "attribution", "attributions", "disagreements", "funds",
        "statements", "stories", "updatedAt",
    ];

    public string ContentType => "text/csv; charset=utf-8";

    public string FileName => "incidents.csv";

    public byte[] Write(IReadOnlyList<Incident> incidents)
    {
        var lines = incidents.Select(Cells).Prepend(Columns).Select(cells => string.Join(',', cells.Select(CsvHits.Cell)) + "\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Concat(lines))];
    }

    private static string[] Cells(Incident incident)
    {
        var facts = incident.Facts();
        return
        [
            incident.Id, incident.Name, facts.Date ?? incident.OpenedAt.ToString("yyyy-MM", CultureInfo.InvariantCulture), Join(facts.Victims), Join(facts.Kinds), Join(facts.Chains),
            Number(facts.AmountUsd), Number(facts.AmountUsdLow), Number(facts.AmountUsdHigh), facts.AmountIsEstimate ? "true" : "false", Join(facts.Taken), facts.AttributionText ?? "",
            Join(facts.Attributions.Select(line => line.Text)), Join(Disagreements.Of(facts)), Join(facts.Funds.Select(fact => fact.Text)), Join(facts.Statements),
            incident.Stories.Count.ToString(CultureInfo.InvariantCulture), incident.UpdatedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ];
    }

    private static string Join(IEnumerable<string> values) => string.Join("; ", values);

    private static string Number(decimal? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? "";
}
