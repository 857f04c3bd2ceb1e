using Alerts.Core.Matching;

namespace Alerts.Tests.Matching.Naming;

public sealed class StateAccusedTests
{
    [Theory]
    [InlineData("en", "FBI accuses North Korea of the $1.5 billion theft from crypto exchange Bybit", "The bureau calls the hackers TraderTraitor.", "TraderTraitor, North Korea")]
    [InlineData("ko", "FBI “바이비트 해킹은 북한 소행”", "라자루스가 암호화폐 15억 달러를 탈취했다.", "Lazarus Group, North Korea")]
    [InlineData("en", "TraderTraitor stole $1.5 billion from crypto exchange Bybit, FBI says", "The hackers moved bitcoin through mixers within two days.", "TraderTraitor")]
    [InlineData("en", "Hackers stole $1.5 billion from crypto exchange Bybit", "The FBI says that North Korea was behind the theft of ether.", "North Korea")]
    public void A_state_that_is_accused_itself_is_named_beside_its_groups(string language, string title, string text, string actors) =>
        Assert.Equal(actors, string.Join(", ", Protagonists.Of(Reading.Of(title, text, language)).Actors));

    [Theory]
    [InlineData("Chollima stole bitcoin from crypto exchange Bybit", true)]
    [InlineData("North Korean hackers stole bitcoin from crypto exchange Bybit", true)]
    [InlineData("Hackers stole bitcoin from crypto exchange Bybit", false)]
    public void Whoever_is_called_by_no_groups_name_is_of_the_state(string title, bool isOfState) => Assert.Equal(isOfState, Reading.Of(title, language: "en").IsOfState);
}
