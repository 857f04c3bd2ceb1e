using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Claims;

/// <summary>Whose loss it is, and who is named beside it.</summary>
internal static class NameClaims
{
    /// <summary>An article that names forty exchanges is about none of them.</summary>
    private const int MaxNames = 12;

    public static IEnumerable<Claim> Read(ClaimText text) =>
        text.Whom.Victims.Take(MaxNames).Select(name => Of(text, ClaimField.Victim, name, mention => mention.Kind == Kinds.Victim && mention.Name == name))
            .Concat(text.Whom.Actors.Take(MaxNames).Select(name => Of(text, ClaimField.Actor, name, mention => mention.Name == name || (mention.Kind is Kinds.State && name == NamelessActors.State))));

    private static Claim Of(ClaimText text, ClaimField field, string name, Func<Mention, bool> asked)
    {
        var mention = text.Reading.Mentions.FirstOrDefault(asked);
        return new Claim { Field = field, Value = name, Quote = mention is null ? Quote.None : new Quote(mention.Before, mention.Alias, mention.After) };
    }
}
