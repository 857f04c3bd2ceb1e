using Alerts.Core.Incidents;

namespace Alerts.Web.Api.Incidents;

/// <summary>A file format of exported incidents.</summary>
internal interface IIncidentFormat
{
    string ContentType { get; }

    string FileName { get; }

    byte[] Write(IReadOnlyList<Incident> incidents);
}
