using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// The thefts and the later steps that a headline names, and which of them is its news. A theft that only says whose money or which hacker is meant
/// ("stolen funds", "the exploiter", "exploits Tornado Cash") is none. Of a theft and a step in one clause the first is the
/// news, in Korean and Japanese the last; a noun before a colon is the subject of what follows.
/// </summary>
internal sealed partial class Headline
{
    /// <summary>From an object to the verb that follows it.</summary>
    private const int Verb = 14;

    private const int Before = 60;

    /// <summary>The victim's end in a court.</summary>
    private const string Insolvent = "bankrupt|insolven|faillite|quiebra|falência|fallimento|банкрот|파산|破産|破产|破產";

    private static readonly string[] s_colons = [": ", "："];

    private readonly bool _isTried;

    private Headline(ArticleReading reading)
    {
        Reading = reading;
        Mentions = [.. reading.Mentions.Where(mention => mention.Field == ArticleField.Title)];
        Offices = Mentions.FindAll(Stories.Offices.IsOffice);
        Thefts = Mentions.FindAll(mention => mention.Kind is Kinds.Theft or Kinds.Loss && !OnlyRefers(mention));
        var tried = Tried().ToList();
        _isTried = tried.Count > 0;
        Steps = [.. Mentions.Where(mention => !Offices.Exists(office => Overlap(office, mention))).Select(mention => (mention.Start, Phase: StepOf(mention))).Where(step => step.Phase is not null).Select(step => (step.Start, step.Phase!.Value)), .. tried, .. Restored()];
        Steps.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    public ArticleReading Reading { get; }

    public string Title => Reading.Article.Title;

    public List<Mention> Mentions { get; }

    public List<Mention> Offices { get; }

    /// <summary>Those that are told as news.</summary>
    public List<Mention> Thefts { get; }

    /// <summary>What followed a theft, in order.</summary>
    public List<(int Start, StoryPhase Phase)> Steps { get; }

    /// <summary>"Accused of stealing": blamed, and not yet charged.</summary>
    public bool IsAccusation => Mentions.Exists(mention => mention.Concept == "prosecution" && Accuses().IsMatch(mention.Alias));

    public bool HasVictim => Has(Kinds.Victim);

    public static Headline Of(ArticleReading reading) => new(reading);

    /// <summary>Where a headline's verbs of giving back stand.</summary>
    public static IEnumerable<(int Start, int End)> GivingBack(string title) => Returns().Matches(title).Select(match => (match.Index, match.Index + match.Length));

    public bool Has(string kind) => Mentions.Exists(mention => mention.Kind == kind);

    /// <summary>A step is the news, and not a theft in the same clause.</summary>
    public bool IsOfStep()
    {
        if (Steps.Count == 0) return false;
        var isVerbLast = Reading.Language is "ko" or "ja";
        var at = isVerbLast ? Steps[^1].Start : Steps[0].Start;
        if (Thefts.Count == 0 || _isTried || IsLootMoved()) return true;
        var from = s_colons.Max(colon => Title.LastIndexOf(colon, at, StringComparison.Ordinal));
        var thefts = Thefts.FindAll(theft => theft.Start > from || !Noun().IsMatch(theft.Alias));
        return thefts.Count == 0 || (isVerbLast ? at > thefts[^1].Start : at < thefts[0].Start);
    }

    /// <summary>"Files for bankruptcy after $35 million hack": the end is told as what the theft has done, and nothing else is.</summary>
    public bool IsEndByTheft() => Thefts.Count > 0 && Bankrupt().IsMatch(Title) && Steps.TrueForAll(step => step.Phase == StoryPhase.Recovery) && !Restores().IsMatch(Title) && !Returns().IsMatch(Title);

    /// <summary>"Moves $12M from the X hack to a mixer": the verb comes before the theft, the mixer after it.</summary>
    private bool IsLootMoved() => Steps.Exists(step => step.Phase == StoryPhase.Laundering) && Moves().Match(Title) is { Success: true } moved && moved.Index < Thefts[0].Start;

    private StoryPhase? StepOf(Mention mention) => mention.Concept switch
    {
        _ when Attribute().IsMatch(Rest(mention.Start)) || Monitors().IsMatch(Title[..mention.Start]) || Assures().IsMatch(mention.Alias) => null,
        "laundering" or "mixer" => StoryPhase.Laundering,
        "freeze-recovery" or "bounty" or "compensation" => AnswerOf(mention),
        "sanction" => StoryPhase.Sanction,
        "prosecution" when !Accuses().IsMatch(mention.Alias) => StoryPhase.Prosecution,
        _ => null,
    };

    private StoryPhase? AnswerOf(Mention mention)
    {
        if (Halts().IsMatch(Title[mention.Start..Math.Min(Title.Length, mention.Start + mention.Length + Verb)]) || ComesBack().IsMatch(Rest(mention.Start))) return null;
        return Seizes().IsMatch(mention.Alias) ? StoryPhase.Prosecution : Freezes().IsMatch(mention.Alias) ? StoryPhase.Freeze : StoryPhase.Recovery;
    }

    /// <summary>What a court does, however late the headline says so: no theft is told beside it.</summary>
    private IEnumerable<(int Start, StoryPhase Phase)> Tried() =>
        new[] { Arrested(), Pleads(), Sentenced(), Acquitted() }.SelectMany(step => step.Matches(Title)).Select(match => (match.Index, StoryPhase.Prosecution));

    /// <summary>How far a case has come; null where the headline does not say.</summary>
    public string? CourtStep() =>
        Acquitted().IsMatch(Title) ? "acquittal" : Pleads().IsMatch(Title) ? "plea" : Sentenced().IsMatch(Title) ? "sentence" : Arrested().IsMatch(Title) ? "charge" : null;

    private IEnumerable<(int Start, StoryPhase Phase)> Restored() =>
        Restores().Matches(Title).Concat(Returns().Matches(Title)).Concat(Closes().Matches(Title)).Where(match => !ComesBack().IsMatch(Rest(match.Index))).Select(match => (match.Index, StoryPhase.Recovery));

    private bool OnlyRefers(Mention theft) => Relative().IsMatch(Title[..theft.Start]) || Stolen().IsMatch(theft.Alias) || Agent().IsMatch(theft.Alias)
        || Mentions.Exists(next => next.Concept == "mixer" && next.Start - (theft.Start + theft.Length) is 0 or 1);

    private string Rest(int from) => Title[from..Math.Min(Title.Length, from + Before)];

    private static bool Overlap(Mention a, Mention b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;

    /// <summary>"Stolen funds" says which funds; it does not report a theft.</summary>
    [GeneratedRegex("^(?:stolen|robad[oa]s?|volée?s?|dérobée?s?|gestohlene[nrs]?|rubat[oiae]|roubad[oa]s?|piratés|украденн|похищенн|훔친|탈취한|盗まれた|被盗的|被盗资金)", RegexOptions.IgnoreCase)]
    private static partial Regex Stolen();

    /// <summary>"The hacker who stole …", "hacker behind $600 million …".</summary>
    [GeneratedRegex("^(?:\\p{L}+\\s){0,3}(?:hackers?|attackers?|exploiters?|thie(?:f|ves)|man|men|pirate|хакер\\w*)\\s(?:who|that|behind|qui|que|der|die|derrière|detrás de|hinter|котор\\w+)\\s(?:\\S+\\s){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex("^(?:exploiters?|hackers?|thie(?:f|ves)|attackers?|взломщик\\w*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Agent();

    [GeneratedRegex("^(?:crypto |cyber ?)?(?:hacks?|heists?|exploits?|thefts?|breach|attacks?|Raub|Diebstahl|piratage|vol|hackeo|robo|furto|roubo|cyberattaques?|cyberangriff|hackerangriff|attacco hacker|ataque hacker|взлом\\w?|краж\\w|эксплойт\\w?|.*(?:事件|사건|사태))$", RegexOptions.IgnoreCase)]
    private static partial Regex Noun();

    /// <summary>Who is accused of a theft is not yet charged with it.</summary>
    [GeneratedRegex("^(?:обвинил|accus|beschuldig|acusa)", RegexOptions.IgnoreCase)]
    private static partial Regex Accuses();

    /// <summary>Describes somebody: "Sanctioned exchange halts", "convicted hacker says".</summary>
    [GeneratedRegex("^(?:sanctions?|制裁|제재)\\s?(?:monitor|committee|panel|expert|team|observer|委|監視|履行|위원|감시|이행)|^(?:sanctioned|convicted|jailed|sanktionierte[nr]?|sancionad[oa]|sanctionnée?|подсанкционн\\w+)\\s(?:crypto\\s|russian\\s|north korean\\s|krypto)?(?:exchange|bourse|platform|mixer|hacker|wallet|addresses|entity|börse|plateforme|биржа|криптобиржа)", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    /// <summary>"Osservatori delle sanzioni", "comité de sanctions": who watches over sanctions imposes none.</summary>
    [GeneratedRegex("(?:osservatori|comitato|esperti|comité|expertos|observadores|experts|observateurs|comitê)\\s(?:delle|de|des|das|sur les)\\s$", RegexOptions.IgnoreCase)]
    private static partial Regex Monitors();

    /// <summary>"User funds are safe" says that nothing followed.</summary>
    [GeneratedRegex("^(?:(?:customer|user|client)s?[’']? (?:funds|assets|deposits)|(?:deposits? and )?withdrawals|liability|insurance fund|post-?mortem|입출금|出入金|入出金|充提)$", RegexOptions.IgnoreCase)]
    private static partial Regex Assures();

    [GeneratedRegex("^(?:fr[eo]+z|blacklist|동결|凍結|冻结|замороз|заморож|congel|gel[ée]|eingefror|einfrier|blocc)", RegexOptions.IgnoreCase)]
    private static partial Regex Freezes();

    /// <summary>Only an authority seizes.</summary>
    [GeneratedRegex("^(?:seiz|forfeit|confiscat|beschlagnahm|saisi|confisqu|incaut|decomis|sequestr|apreen|конфиск|изъ|압수|몰수|押収|没収|差し押|没收|沒收|查封|扣押)", RegexOptions.IgnoreCase)]
    private static partial Regex Seizes();

    /// <summary>Closing the doors is a victim's first answer and belongs to the news of the theft.</summary>
    [GeneratedRegex("halt|suspend|pause|stop|중단|정지|차단|停止|暂停|暫停|приостан|paraliz|ausgesetzt|gestoppt|sospes|suspen", RegexOptions.IgnoreCase)]
    private static partial Regex Halts();

    /// <summary>"Returned to using a mixer", "returns to normal": nothing is given back.</summary>
    [GeneratedRegex("^return(?:s|ed|ing)?\\sto\\s(?:us|work|the\\suse|its\\sold|\\p{Ll}+ing\\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ComesBack();

    [GeneratedRegex("\\b(?:moves?|moved|moving|transfers?|transferred|sends?|sent|shifts?|consolidates?|bridges|converts?|swaps|funnels|mueven?|transfiere[ n]?|envían?|déplacent?|transfèrent?|verschieb\\w+|transferier\\w+|überweis\\w+|sposta\\w*|перев[её]\\w+|отправ\\w+)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Moves();

    [GeneratedRegex("\\b(?:arrest(?:s|ed)?|indict(?:s|ed|ment)?|charged|sequestered|impounded|interpell\\w+|arrêt(?:e|és?|ées?)|mis(?:es?)? en examen|verhaftet|festgenommen|angeklagt|detenid[oa]s?|arrestad[oa]s?|arrestat[oi]|pres[oa]s? por|арестова\\w+|задержа\\w+)\\b|체포|구속|검거|입건|기소|逮捕|起訴|起诉|送検|立件|摘発|被捕|抓获|拘留", RegexOptions.IgnoreCase)]
    private static partial Regex Arrested();

    [GeneratedRegex("\\b(?:pleads?|pleaded|pled|guilty plea|bekennt sich|plaident? coupable|se declaran? culpable|признал\\w* вину)\\b|유죄 인정|혐의 인정|認罪|认罪|罪を認め", RegexOptions.IgnoreCase)]
    private static partial Regex Pleads();

    [GeneratedRegex("\\b(?:jail(?:ed)?|prison|behind bars|sentenced?|convicted|Haft|Haftstrafe|Gefängnis|verurteilt|cárcel|condenad[oa]s?|condamnée?s?|carcere|cadeia|тюрьм\\w+|приговор\\w*)\\b|징역|선고|실형|입송|判決|懲役|実刑|服役|복역|判处|判刑|入狱|入獄|获刑|獲刑", RegexOptions.IgnoreCase)]
    private static partial Regex Sentenced();

    [GeneratedRegex("\\b(?:acquit\\w*|overturn\\w*|quash\\w*|vacates|cleared of|freigesprochen|Freispruch|acquitt\\w+|relax[ée]+s?|absuelt\\w+|absuelv\\w+|assolt\\w+|absolvid\\w+|оправда\\w+)\\b|무죄|無罪|无罪", RegexOptions.IgnoreCase)]
    private static partial Regex Acquitted();

    /// <summary>The thief gives back.</summary>
    [GeneratedRegex("\\b(?:returns?|returned|retourn(?:e|ent|é)|rend(?:ent|u)?|restitu\\w+|devuelv\\w+|devolv\\w+|zurück(?:gegeben\\w*|gezahlt\\w*|erstattet\\w*)?|вернул\\w*|возвраща\\w*|возвратил\\w*|gives? .{1,24} back|gave .{1,24} back|gibt .{1,24} zurück)\\b|返还|返還|归还|歸還|반환|돌려", RegexOptions.IgnoreCase)]
    private static partial Regex Returns();

    [GeneratedRegex(Insolvent + "|shut(?:s|ting)? down (?:for good|permanently)|liquidators?|in(?:to)? liquidation|winds? down|encerra |cierra (?:definitivamente|sus puertas)|ferme (?:définitivement|ses portes)|schließt (?:endgültig|dauerhaft)|stellt .{0,24}ein$|закрывается|закрыла?сь|폐업|영업 종료|서비스 종료|破綻|閉鎖|サービス終了|关闭|關閉", RegexOptions.IgnoreCase)]
    private static partial Regex Closes();

    [GeneratedRegex(Insolvent, RegexOptions.IgnoreCase)]
    private static partial Regex Bankrupt();

    /// <summary>The victim makes good or opens again.</summary>
    [GeneratedRegex("reclaim|replenish|restor(?:e|ing)|reimburs|refund|repay|repaid|resum|reopen|made whole|make whole|bailout|back to normal|covers? (?:the )?(?:gap|deficit|shortfall)|reembols|rembours|erstatt|entschädig|rimbors|возмест|возмещ|компенсир|보상|배상|補償|返金|弁済|赔付|赔偿|恢复|恢復|賠付|賠償|rachèt|rachat|reconstitu|comble|wiederaufgefüllt|gleicht .{0,20}aus|nachgekauft|repone|recompra|ripristin|torna(?:to)? (?:quasi )?alla normalità|восполн|восстанов|補填|穴埋め|再開|재개|충당|채웠|补足|補足|填补", RegexOptions.IgnoreCase)]
    private static partial Regex Restores();
}
