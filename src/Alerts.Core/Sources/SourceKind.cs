namespace Alerts.Core.Sources;

public enum SourceKind
{
    /// <summary>RSS, Atom, RDF, CDF or JSON Feed: told apart by their content.</summary>
    Feed,
    Sitemap,
    JsonApi,
    HtmlList,

    /// <summary>OFAC's SDN.XML: what a version adds to the digital currency addresses of the one before.</summary>
    SanctionsList,

    /// <summary>Pushes articles to <c>POST /api/articles</c>; never polled.</summary>
    Caller,
}
