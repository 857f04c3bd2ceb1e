namespace Alerts.Core.Knowledge;

/// <summary>All kinds of concept that there are: knowledge files and the rules of topics may name these and no others.</summary>
public static class Kinds
{
    public const string State = "state";
    public const string Umbrella = "umbrella";
    public const string Actor = "actor";
    public const string Agency = "agency";
    public const string Person = "person";
    public const string Malware = "malware";
    public const string Campaign = "campaign";
    public const string Victim = "victim";
    public const string Country = "country";
    public const string Analyst = "analyst";

    /// <summary>A class of victims rather than one: "exchange", "bridge", "hot wallet".</summary>
    public const string Venue = "venue";
    public const string Crypto = "crypto";
    public const string Theft = "theft";
    public const string Attack = "attack";
    public const string Loss = "loss";
    public const string MoneyFlow = "money-flow";
    public const string Response = "response";
    public const string Infiltration = "infiltration";

    /// <summary>A sum of money or tokens, found by its form and not by an alias.</summary>
    public const string Amount = "amount";

    /// <summary>A word of a topic, not in the knowledge base.</summary>
    public const string Word = "word";

    /// <summary>Words that tell what kind of news, or of crime, a text is about.</summary>
    public const string Cue = "cue";

    /// <summary>Whose word on a crime is official: police, prosecutors, treasuries.</summary>
    public const string Authority = "authority";

    /// <summary>Words that leave a statement open: "suspected", "유력".</summary>
    public const string Hedge = "hedge";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        State, Umbrella, Actor, Agency, Person, Malware, Campaign, Victim, Country, Analyst, Venue, Crypto, Theft, Attack, Loss, MoneyFlow,
        Response, Infiltration, Amount, Word, Cue, Authority, Hedge,
    };
}
