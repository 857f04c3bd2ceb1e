namespace Alerts.Core.Matching.Deciding;

/// <summary>Why an alias may not be what it looks like.</summary>
internal enum Doubt
{
    None,

    /// <summary>It is a word like any other, too.</summary>
    OrdinaryWord,

    /// <summary>Its capital is one that any word has there: in a headline in title case, or at the beginning of a sentence.</summary>
    CapitalOfItsPlace,

    /// <summary>A Latin word among letters of another script, where English words are not ordinary ones.</summary>
    OtherScript,
}
