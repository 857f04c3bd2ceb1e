namespace Alerts.Core.Matching.Deciding;

/// <summary>Why an alias that needs company may not be what it looks like, and so how much company it needs.</summary>
internal enum Doubt
{
    None,

    /// <summary>It is a word like any other, too: "Gate" in a sentence, "lost". A word of its field near it suffices.</summary>
    OrdinaryWord,

    /// <summary>
    /// A victim's name whose capital tells nothing, because any word has one there: "Gate" at the beginning of a sentence, or in a headline in title case. A word of
    /// its field near it does not suffice: a deed or what it is ("exchange") has to stand right beside it.
    /// </summary>
    CapitalOfItsPlace,

    /// <summary>A word in Latin letters in a text of another script ("Euler" in Korean), where it is hardly an ordinary word: beside a deed it needs no sum.</summary>
    OtherScript,
}
