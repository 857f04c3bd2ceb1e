namespace Alerts.Web.Problems;

/// <summary>One thing that can be wrong with a request.</summary>
/// <param name="Code">Ends the problem's <c>type</c>, which is the address of a page that explains it.</param>
/// <param name="Meaning">What the caller should do, for that page.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Meaning)
{
    public string Type => "/problems/" + Code;
}
