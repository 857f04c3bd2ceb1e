using System.Text.Json;
using Alerts.Core.Incidents;
using Alerts.Core.Messaging;
using Alerts.Web.Api.Views;

namespace Alerts.Web.Api.Incidents;

/// <summary>One array of what the listing answers.</summary>
internal sealed class JsonIncidents : IIncidentFormat
{
    public string ContentType => "application/json; charset=utf-8";

    public string FileName => "incidents.json";

    public byte[] Write(IReadOnlyList<Incident> incidents) => JsonSerializer.SerializeToUtf8Bytes(incidents.Select(IncidentView.Of), MessageJson.Rows);
}
