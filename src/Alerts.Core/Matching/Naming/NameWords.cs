using System.Collections.Frozen;

namespace Alerts.Core.Matching.Naming;

/// <summary>Words that stand beside names in the news of eight languages, and that are none.</summary>
internal static class NameWords
{
    /// <summary>"from FooSwap", "chez FooSwap", "у биржи".</summary>
    public static readonly FrozenSet<string> Prepositions = Set(
        "from of on at against to in into by for behind between de du des del dela della dell d da do das dos dal dall al alla en a à au aux chez sur contre contra bei auf von aus der die das dem den des gegen beim vom из у на в с против от");

    /// <summary>What may stand between a victim and what befell it: "FooSwap has been", "FooSwap confirms it".</summary>
    public static readonly FrozenSet<string> Fillers = Set(
        "was has been is gets got being had have the a an its it confirms confirmed reports reported says said suffers suffered suffering hit by in to after over latest apparent massive major another nearly almost loses lost losing falls victim for of on dex defi " +
        "fue ha sido es sufre sufrió sufrio pierde perdió un una el la por victima víctima wurde wird ist von um verliert a été est perd victime d'un d'une de par subit была был взломана взломан потеряла потерял подверглась подвергся стала стал " +
        "foi sofre sofreu perde perdeu è stato stata subisce ha perso");

    /// <summary>An apposition begins so: "FooSwap, a crypto exchange".</summary>
    public static readonly FrozenSet<string> Articles = Set("a an the un une una uno um uma ein eine einer le la el il die der das another one india's");

    /// <summary>Ordinary words that headlines capitalise.</summary>
    public static readonly FrozenSet<string> Common = Set(
        "a an the and or but as at by for from in into of off on onto out over to up with after before amid against behind despite during since than that this these those their its his her our your how why what when where who which while will would " +
        "can could may might must should is are was were be been being has have had do does did not no nearly almost over under about around just only still again more most less than all some any another new latest recent first second third last next " +
        "breaking update exclusive report reports news alert analysis opinion watch live hackers hacker hack hacks hacked attackers attacker attack thieves thief cyber security exploit exploited exploiter drained drains drain stolen steals steal stole loses lose lost loss losses " +
        "suffers suffer suffered hit hits confirms confirm confirmed says say said claims claim halts halt pauses pause suspends suspend offers offer recovers recover returns return sends send moves move launches launch breach breached suspected suspect " +
        "million billion millions billions m bn usd eur dollar dollars worth funds fund money assets asset user users customer customers wallet wallets account accounts hot cold multisig contract contracts smart token tokens coin coins price liquidity pool pools flash loan oracle reentrancy " +
        "crypto cryptocurrency bitcoin ethereum ether solana bnb tron polygon avalanche arbitrum base sui blockchain chain cross-chain decentralized decentralised centralized lending yield stablecoin nft nfts gaming gamefi web3 dapp platform project protocol service firm company startup " +
        "developer developers team founder co-founder ceo cto cfo chief officer president minister police prosecutors court judge government regulator bank banks central treasury state department agency group gang unit panel united nations un us u.s uk eu " +
        "north south east west korean korea korea's korean-based korea-based japan japanese china chinese india indian russia russian iran iranian israel israeli singapore hong kong dubai turkey turkish ukraine america american european africa asia pyongyang seoul tokyo moscow " +
        "slovak slovakian czech polish hungarian romanian bulgarian serbian croatian slovenian greek cypriot maltese italian spanish portuguese french german austrian swiss dutch belgian luxembourg danish swedish norwegian finnish icelandic estonian latvian lithuanian british english scottish irish welsh " +
        "ukrainian belarusian georgian armenian kazakh uzbek israeli-based emirati saudi egyptian moroccan nigerian kenyan ghanaian ethiopian mexican brazilian argentine argentinian chilean colombian peruvian venezuelan canadian australian zealand zealand's kiwi thai vietnamese malaysian indonesian " +
        "filipino philippine singaporean taiwanese pakistani bangladeshi swiss-based us-based u.s.-based uk-based cayman bermuda bahamian seychelles gibraltar caribbean asian european american-based latin nordic baltic " +
        "onu l'onu giappone japon japón japão chine cina china corée corea coreia russie rusia tokio tokioter hongkonger dubaier londoner pariser berliner moskauer seouler singapurer hongkong londres londra mosca moscou moscú " +
        "deux trois quatre cinq zwei drei vier fünf dos tres cuatro cinco due tre quattro cinque dois três quatro français coréens coréen nord-coréens nord-coréen américains américain japonais chinois russes allemands italiens espagnols " +
        "big huge giant small mega grand grande großer mayor gros enorme крупный крупная " +
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december q1 q2 q3 q4 today yesterday " +
        "experiences experienced faces faced anonymous world global massive unknown sophisticated malicious bad former telegram twitter discord linkedin github google microsoft apple amazon x reddit youtube reuters bloomberg coindesk cointelegraph yonhap decrypt theblock cnn bbc afp ap " +
        "chainalysis elliptic peckshield certik cyvers slowmist zachxbt trm blockaid here there it he she they we i you if one two three four five ten largest biggest popular major top leading former based linked backed " +
        "laut uno millionenhöhe milliardenhöhe die der das den dem des ein eine einer eines einem und oder nach vor bei mit von aus auf im am zum zur für gegen hacker angreifer unbekannte täter millionen milliarden dollar euro kryptobörse krypto börse plattform wallet unternehmen technologieunternehmen softwareunternehmen it-unternehmen technologiefirma softwarefirma it-firma " +
        "javascript powershell wordpress whatsapp openai chatgpt techcrunch bleepingcomputer securityweek virustotal docusign deepseek us-amerikanisch us-amerikanische us-amerikanischen us-amerikanischer us-amerikanisches web desktop browser hardware macos ios android windows linux chrome mac iphone ipad " +
        "el la los las un una unos y o de del al en por con para tras según hackers robo robaron roban ataque millones dólares plataforma los piratas le les des du et ou en par pour avec sur après selon pirates vol piratage plateforme millions d'euros " +
        "il lo gli dei degli e o os as um uma após segundo bolsa corretora " +
        "в во на с со из от по и или о об у к за до после хакеры хакер биржа криптобиржа взлом кража млн млрд миллионов долларов сша кндр россия");

    /// <summary>What names of protocols end in.</summary>
    public static readonly FrozenSet<string> Suffixes = Set("protocol finance swap network dao bridge exchange wallet labs markets market vault lend capital cash bank pay trade trading chain defi dex custody games");

    public static readonly FrozenSet<string> Ventures = Set("defi dex nft web3");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
