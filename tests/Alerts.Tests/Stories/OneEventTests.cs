using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>Pairs of texts as two outlets tell one event, or two that look alike; in either order. A day of −1 is an undated article.</summary>
public sealed class OneEventTests
{
    private const int Undated = PressArticle.Undated;

    [Theory]
    // A report by its analyst, its year and its sum, in two scripts.
    [InlineData(0, "en", "North Korean hackers stole $2.02 billion in crypto in 2025", "Chainalysis counts fewer thefts for more money.", 1, "ko", "북한 해커, 2025년 코인 20억2천만 달러 훔쳤다…체이널리시스", "사상 최대다.")]
    [InlineData(Undated, "en", "Over $3.4 billion in crypto stolen throughout 2025", "Bybit alone lost $1.5 billion, says Chainalysis; North Korea took $2.02 billion.", Undated, "ko", "북한 해커, 2025년 코인 20억2천만 달러 훔쳤다…체이널리시스", "사상 최대다.")]
    // A sum in its own currency, converted at the rates of two years.
    [InlineData(0, "ko", "가상자산 거래소 지닥 해킹, 200억원 탈취", "", Undated, "ko", "거래소 지닥서 가상자산 200억원 털렸다", "")]
    // Others hold the loot fast: the theft's own news.
    [InlineData(0, "en", "Hackers stole $223 million from the crypto protocol Cetus", "", 1, "en", "Sui validators freeze crypto after the $223 million Cetus hack", "")]
    [InlineData(Undated, "en", "Hackers stole $223 million from the crypto protocol Cetus", "", Undated, "en", "Sui validators freeze crypto after the $223 million Cetus hack", "")]
    // A bridge and its owner.
    [InlineData(0, "en", "BSC Token Hub bridge hacked for $570 million in crypto", "", 0, "es", "Hackean Binance y roban 570 millones de dólares en criptomonedas", "")]
    // First guesses of the sum, undated.
    [InlineData(Undated, "en", "Hackers stole $150 million from the crypto exchange KuCoin", "", Undated, "de", "KuCoin gehackt: 200 Millionen Dollar von der Kryptobörse gestohlen", "")]
    // A list of those sanctioned: each outlet names whom and how much it likes.
    [InlineData(0, "ja", "米財務省、北朝鮮の仮想通貨洗浄で8人と2団体を制裁", "北朝鮮のハッカーは3年間で30億ドル相当の仮想通貨を盗んだという。", 0, "en", "U.S. sanctions North Korean bankers for laundering $12.7M in crypto", "The Treasury named eight individuals and two entities.")]
    // What the accused is charged with, and what that may end in.
    [InlineData(0, "en", "Hacker charged with stealing $53 million from crypto exchange Uranium Finance", "", 0, "en", "Man faces 30 years in prison for the $53 million crypto hack of Uranium Finance", "Prosecutors charged him on Monday.")]
    // A service and whose users were robbed through it: each outlet names its own first, and the other in the text.
    [InlineData(0, "en", "SwapNet hacked: $16.8M in crypto stolen from users of Matcha Meta", "", 0, "en", "Matcha Meta loses $16.8 million in crypto to a hack of SwapNet", "")]
    // One campaign, a warning to one outlet and thefts to the next.
    [InlineData(0, "en", "Kaspersky: BlueNoroff steals crypto with GhostCall", "North Korean hackers invite founders to false video calls.", 0, "es", "GhostCall: BlueNoroff roba criptomonedas a directivos de empresas", "Los hackers norcoreanos de Lazarus fingen videollamadas, dice Kaspersky.")]
    // A malware that one of two headlines names.
    [InlineData(0, "en", "North Korean hackers rob crypto engineers with Kandykorn", "Lazarus steals crypto, says Elastic.", 0, "en", "Lazarus steals crypto from engineers of exchanges", "The North Korean group installs Kandykorn, says Elastic.")]
    // A warning by its office and its state.
    [InlineData(0, "en", "FBI warns of North Korean schemes to steal crypto", "The notice describes fake job offers to crypto firms.", 1, "en", "FBI alert: crypto firms are at risk", "The FBI warns crypto companies of North Korean hackers and their fake job offers.")]
    // A letter of legislators, who name a theft or what they ask for.
    [InlineData(0, "en", "Senators urge Treasury to act against North Korea's crypto thefts", "In a letter to the Treasury and the White House they ask how the stolen crypto is to be traced.", 1, "ko", "美 상원의원들, 재무부에 “북한 가상화폐 탈취 대응 밝혀라”", "미국 재무부와 백악관에 보낸 서한에서 북한의 암호화폐 탈취에 대한 대책을 물었다.")]
    // A case by its sum and its accused, a step of it to one outlet and another to the next.
    [InlineData(0, "en", "Justice Department sues for $7.74M in crypto that North Korean IT workers laundered", "The DOJ wants to seize what North Korean IT workers earned with banker Sim Hyon Sop, whose indictment dates from 2023.", 1, "en", "Department of Justice files forfeiture complaint against $7.74M in crypto laundered for North Korea", "The complaint names Sim Hyon Sop.")]
    // A sentence by the sentenced; one headline goes on where the other ends.
    [InlineData(Undated, "en", "Ethereum programmer Virgil Griffith sentenced to prison for helping North Korea with cryptocurrency", "", Undated, "en", "American gets five years in prison: he taught North Korea about crypto", "Officials of the regime heard Virgil Griffith explain cryptocurrency.")]
    [InlineData(Undated, "en", "Why this KyberSwap hacker changed his mind after the $46 million crypto theft", "", 1, "en", "Why this KyberSwap hacker changed his mind after the $46 million crypto theft and returned stolen funds", "")]
    // One sanctioned service, by two spellings.
    [InlineData(Undated, "en", "Treasury sanctions crypto mixer Sinbad over North Korea's stolen crypto", "Lazarus Group laundered cryptocurrency at the mixer Sinbad.", 0, "en", "US sanctions crypto mixer used by North Korea's Lazarus Group", "The Treasury listed Sinbad.io, a cryptocurrency mixer that Lazarus Group used.")]
    // One office's word on a state, on one day.
    [InlineData(0, "en", "UN experts: North Korea takes millions in crypto by cyber attacks", "A report of the UN panel names cryptocurrency exchanges.", 0, "en", "North Korea stealing cryptocurrency to pay for missiles, UN says", "A panel of UN experts tells the Security Council that Pyongyang stole cryptocurrency.")]
    // A seizure and an attribution of one sum, with whose money it was and without.
    [InlineData(0, "en", "US seizes $30 million in crypto stolen by North Korean hackers", "", 1, "en", "Authorities seize $30 million of stolen Axie Infinity crypto", "The crypto was taken by North Korean hackers, the FBI says.")]
    [InlineData(0, "en", "FBI blames North Korea for $100 million crypto heist", "", 0, "en", "North Korea behind $100m crypto theft from Harmony, FBI says", "")]
    // One sanctioned mixer, told without a date in two languages.
    [InlineData(Undated, "en", "Treasury sanctions crypto mixer Blender.io", "The Treasury says that North Korea laundered stolen cryptocurrency there.", Undated, "es", "Estados Unidos sanciona al mezclador de criptomonedas Blender.io", "Corea del Norte lavaba allí criptomonedas robadas.")]
    // A campaign that nobody has listed, by what all call it.
    [InlineData(0, "en", "North Korean hackers hit crypto firms with QuietRATx", "Lazarus hides the malware QuietRATx behind a loader called DimLoaderQ, says Fox-IT.", 1, "ko", "북한 라자루스, 가상화폐 기업에 QuietRATx 악성코드 공격", "Fox-IT는 북한 해킹조직 라자루스가 DimLoaderQ를 거쳐 가상화폐를 노린다고 밝혔다.")]
    // A victim that one outlet calls by the first part of its name.
    [InlineData(0, "en", "Man charged over $50 million hack of crypto protocol Uranium Finance", "", 1, "en", "US charges hacker of crypto exchange Uranium", "He stole about $50 million in cryptocurrency from Uranium.")]
    // On the first day of a case one outlet tells the seizure, and the next whose old theft it was.
    [InlineData(0, "en", "Bitfinex token soars after the DOJ's bitcoin seizure in the crypto hack", "Two people were arrested.", 0, "en", "Bitfinex hack recovery surprises the crypto community", "People on social media speak of it.")]
    // An authority names the thieves within a day of the theft.
    [InlineData(0, "en", "Hackers stole $70 million from the crypto exchange Phemex", "", 1, "en", "FBI: Lazarus behind the $70 million theft from crypto exchange Phemex", "")]
    // A number of tokens, roughly.
    [InlineData(Undated, "en", "Crypto exchange Youbit loses nearly 4,000 bitcoin to hackers", "", Undated, "ko", "가상화폐 거래소 유빗 해킹, 3831비트코인 탈취", "")]
    // A bounty and what it brings, and who is suspected: undated, they are told with each other.
    [InlineData(Undated, "en", "Nomad offers 10% bounty after $190 million crypto hack", "", Undated, "en", "Nomad hacker returns $20 million in stolen crypto", "")]
    [InlineData(Undated, "en", "Lazarus Group is behind the crypto theft from KuCoin, says Elliptic", "", Undated, "en", "Hackers stole $281 million from the crypto exchange KuCoin", "")]
    // A house's name with a space that nobody has listed.
    [InlineData(Undated, "ko", "일본 가상화폐 거래소 코인 체크 해킹…580억엔 피해", "일본 거래소 '코인 체크'에서 고객 돈이 해킹으로 빠져나갔다.", Undated, "en", "Coincheck exchange loses over $500 million in NEM crypto heist", "")]
    // A house in a headline, and in the next only in the text: with the very sum.
    [InlineData(0, "en", "Balancer exploited for $128 million", "The DeFi protocol lost crypto to hackers.", 0, "en", "A $128 million crypto exploit shakes up DeFi", "Attackers abused pools of Balancer V2.")]
    // Several governments as one, though each outlet has another sum.
    [InlineData(Undated, "en", "US, Japan, South Korea warn of North Korean crypto hacks", "Chainalysis counts $1.34 billion stolen in 2024.", Undated, "en", "US, Japan, South Korea warn of North Korean cryptocurrency thefts", "Their joint statement names DMM Bitcoin with $308 million and Upbit with $50 million.")]
    // Two reports on what the state holds, on one day.
    [InlineData(0, "en", "Crypto winter threatens North Korea's stolen stash: report", "", 0, "en", "Crypto crash wipes out millions from North Korea's stolen crypto funds", "")]
    public Task One_event_is_one_story(int day, string language, string title, string text, int otherDay, string otherLanguage, string otherTitle, string otherText) =>
        AssertAsync(true, (day, language, title, text), (otherDay, otherLanguage, otherTitle, otherText));

    [Theory]
    // Reports on two years, though one names the other's sum.
    [InlineData(Undated, "en", "North Korean hackers stole $1.34 billion in crypto in 2024", "Chainalysis counts 47 thefts.", Undated, "en", "North Korean hackers stole $2.02 billion in crypto in 2025", "Chainalysis: it was $1.34 billion the year before.")]
    // A bounty, what came of it, and what customers get.
    [InlineData(0, "en", "Harmony offers $1 million bounty for the crypto stolen from the Horizon bridge", "", 5, "en", "Harmony proposes to reimburse victims of the $100M Horizon crypto hack", "")]
    [InlineData(0, "en", "Nomad offers 10% bounty after $190 million crypto hack", "", 5, "en", "Nomad hacker returns $20 million in stolen crypto", "")]
    // What is done on the fifth day of a theft.
    [InlineData(0, "en", "Hackers stole $70 million from the crypto exchange Phemex", "", 5, "en", "Two men arrested over the $70 million theft from crypto exchange Phemex", "")]
    // Two tools of one group, found by one firm.
    [InlineData(Undated, "en", "Kaspersky: Lazarus steals crypto with AppleJeus", "North Korean hackers sent an exchange a false program.", Undated, "en", "Kaspersky: Lazarus steals crypto with GhostCall", "North Korean hackers invite founders to false video calls.")]
    // Reports by two analysts.
    [InlineData(0, "en", "North Korean hackers stole $1.34 billion in crypto in 2024", "Chainalysis counts 47 thefts.", 0, "en", "North Korean hackers stole $800 million in crypto in 2024", "TRM Labs counts the thefts.")]
    // A report and its largest theft.
    [InlineData(Undated, "en", "North Korean hackers stole $2.02 billion in crypto in 2025", "Chainalysis: Bybit alone lost $1.5 billion.", Undated, "en", "Hackers stole $1.5 billion from the crypto exchange Bybit", "")]
    // Two thefts of one victim, undated: each is known.
    [InlineData(Undated, "ko", "가상자산 거래소 빗썸 해킹, 350억원 탈취", "", Undated, "en", "Hackers stole $19 million from the crypto exchange Bithumb in 2019", "")]
    // Two who blame, and what they blame for.
    [InlineData(Undated, "en", "Lazarus behind the KuCoin theft of last autumn, says Chainalysis", "", Undated, "en", "UN experts point to North Korea for the theft of $281 million from the crypto exchange KuCoin", "")]
    [InlineData(Undated, "en", "Lazarus behind the KuCoin theft of last autumn, says the FBI", "", Undated, "en", "Hackers stole $281 million from the crypto exchange KuCoin", "")]
    // Giving back, and the theft.
    [InlineData(Undated, "en", "Hackers stole $197 million from the crypto lender Euler Finance", "", Undated, "en", "Exploiter of Euler Finance returns 58,000 of the ether that was stolen", "")]
    // A sentence, and the theft.
    [InlineData(Undated, "en", "Hackers stole 120,000 bitcoin from the crypto exchange Bitfinex", "", Undated, "en", "Five years in prison for the hacker who stole 120,000 bitcoin from Bitfinex", "")]
    // Loot frozen long after.
    [InlineData(0, "en", "Hackers stole $30 million from the crypto exchange Kraken", "", 20, "en", "Tether freezes $2 million stolen from the crypto exchange Kraken", "")]
    // One exchange of Binance's, and its bridge at another time.
    [InlineData(0, "en", "BSC Token Hub bridge hacked for $570 million in crypto", "", 0, "en", "Hackers stole 7,000 bitcoin worth $41 million from the crypto exchange Binance in 2019", "")]
    // Two sanctions on the same days.
    [InlineData(Undated, "en", "US sanctions crypto mixer Blender over North Korea's theft", "The Treasury says that Lazarus Group laundered crypto there.", Undated, "en", "Treasury sanctions banker Sim Hyon Sop over North Korea's stolen crypto", "He was paid in cryptocurrency by North Korean IT workers.")]
    // A charge, a sentence and an acquittal.
    [InlineData(Undated, "en", "Police arrest two brothers over the theft from the crypto protocol Platypus Finance", "They are suspected of the theft of $8.5 million in cryptocurrency from the protocol.", Undated, "fr", "Piratage de Platypus Finance : les deux frères acquittés", "Ils étaient accusés du piratage du protocole et du vol de 8,5 millions de dollars en cryptomonnaies.")]
    [InlineData(Undated, "en", "Ilya Lichtenstein charged with laundering bitcoin stolen from Bitfinex", "", Undated, "en", "Ilya Lichtenstein sentenced to five years over bitcoin stolen from Bitfinex", "")]
    // Two thefts of one victim, undated, counted in tokens.
    [InlineData(Undated, "en", "Hackers stole 46,000 bitcoin from the crypto exchange Bitcoinica", "", Undated, "en", "Hackers stole 18,547 bitcoin from the crypto exchange Bitcoinica", "")]
    // Two mixers, sanctioned for the same loot.
    [InlineData(Undated, "en", "Treasury sanctions crypto mixer Tornado Cash over North Korea's stolen crypto", "Lazarus Group laundered cryptocurrency there.", Undated, "en", "Treasury sanctions crypto mixer Sinbad over North Korea's stolen crypto", "Lazarus Group laundered cryptocurrency there, after Tornado Cash was listed.")]
    // What is offered on the fifth day of a theft that is still told.
    [InlineData(0, "en", "Hackers stole $70 million from the crypto exchange Phemex", "", 5, "en", "Phemex offers a bounty of $7 million for the $70 million that was stolen from the crypto exchange", "")]
    // Two robbed by one group on one day.
    [InlineData(0, "en", "Lazarus stole $60 million from the crypto processor Alphapo", "", 0, "en", "Lazarus stole $37 million from the crypto processor CoinsPaid", "")]
    public Task Two_events_are_two_stories(int day, string language, string title, string text, int otherDay, string otherLanguage, string otherTitle, string otherText) =>
        AssertAsync(false, (day, language, title, text), (otherDay, otherLanguage, otherTitle, otherText));

    private static async Task AssertAsync(bool isOne, (int Day, string Language, string Title, string Text) one, (int Day, string Language, string Title, string Text) other)
    {
        foreach (var (first, second) in new[] { (one, other), (other, one) })
        {
            var joiner = new StoryJoiner(new MemoryStoryStore());
            var joins = await joiner.JoinAsync([Read("one", first), Read("two", second)], TestContext.Current.CancellationToken);

            Assert.True(isOne == (joins[0].Story.Id == joins[1].Story.Id), $"{first.Title} / {second.Title}: {joins[1].Reason}; {joins[0].Story.Phase}, {joins[1].Story.Phase}, {joins[0].Story.IncidentId}, {joins[1].Story.IncidentId}");
        }
    }

    private static ArticleReading Read(string id, (int Day, string Language, string Title, string Text) told) => PressArticle.Read(id, told.Title, told.Text, told.Day, told.Language);
}
