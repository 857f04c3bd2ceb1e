using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Claims;
using Alerts.Tests.Fakes;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories.Claims;

/// <summary>What is read from sentences of our own in eight languages; published on Saturday, 14 March 2026.</summary>
public sealed class ClaimReaderTests
{
    [Fact]
    public void The_words_of_claims_are_well_formed() => Assert.Equal([], ClaimVocabulary.Load().Issues.Select(issue => issue.ToString()));

    [Theory]
    [InlineData("慢雾", "SlowMist")]
    [InlineData("慢霧", "SlowMist")]
    [InlineData("韓國警察廳", "Korean National Police Agency")]
    [InlineData("ＦＢＩ", "FBI")]
    [InlineData("Somebody else", "Somebody else")]
    public void Who_speaks_is_known_in_every_spelling_that_is_found(string written, string name) => Assert.Equal(name, ClaimVocabulary.NameOf(written));

    [Theory]
    [InlineData("en", "The FBI said North Korean hackers known as TraderTraitor were responsible for the theft at Bybit.", "FBI: TraderTraitor, Stated, Official")]
    [InlineData("en", "Researchers suspect that Lazarus Group was behind the Bybit hack.", "researchers: Lazarus Group, Suspected, Suspected")]
    [InlineData("en", "ZachXBT linked the theft from Bybit to Lazarus Group.", "ZachXBT: Lazarus Group, Stated, Vendor")]
    [InlineData("en", "Elliptic and TRM Labs attribute the Bybit hack to Lazarus Group.", "Elliptic: Lazarus Group, Stated, Vendor|TRM Labs: Lazarus Group, Stated, Vendor")]
    [InlineData("en", "Taylor Monahan says the Bybit hack was not the work of Lazarus Group.", "Taylor Monahan: not Lazarus Group, Denied, None")]
    [InlineData("en", "The MSMT report blames North Korea for the theft from Bybit.", "MSMT: North Korea, Stated, Official")]
    [InlineData("ko", "미 연방수사국은 바이비트 해킹이 라자루스의 소행이라고 밝혔다.", "FBI: Lazarus Group, Stated, Official")]
    [InlineData("ko", "경찰은 업비트 해킹의 배후로 북한 해킹조직 라자루스를 의심하고 있다.", "Korean National Police Agency: Lazarus Group, Suspected, Suspected")]
    [InlineData("ja", "FBIはバイビットの不正流出に北朝鮮のラザルスが関与したと断定した。", "FBI: Lazarus Group, Stated, Official")]
    [InlineData("ja", "専門家によると、バイビットのハッキングはラザルスの犯行の可能性が高い。", "researchers: Lazarus Group, Likely, Suspected")]
    [InlineData("zh", "联邦调查局将Bybit被盗案归咎于朝鲜黑客组织TraderTraitor。", "FBI: TraderTraitor, Stated, Official")]
    [InlineData("zh", "慢雾表示，Bybit被盗疑似与拉撒路有关。", "SlowMist: Lazarus Group, Suspected, Suspected")]
    [InlineData("ru", "ФБР обвинило северокорейскую группировку Lazarus во взломе биржи Bybit.", "FBI: Lazarus Group, Stated, Official")]
    [InlineData("ru", "Аналитики предполагают, что за взломом Bybit стоит группировка Lazarus.", "researchers: Lazarus Group, Suspected, Suspected")]
    [InlineData("es", "El FBI atribuye el robo a Bybit al grupo norcoreano TraderTraitor.", "FBI: TraderTraitor, Stated, Official")]
    [InlineData("es", "Los expertos sospechan que Lazarus Group está detrás del hackeo de Bybit.", "researchers: Lazarus Group, Suspected, Suspected")]
    [InlineData("de", "Das FBI macht die nordkoreanische Gruppe TraderTraitor für den Diebstahl bei Bybit verantwortlich.", "FBI: TraderTraitor, Stated, Official")]
    [InlineData("de", "Elliptic schreibt den Hack von Bybit der Lazarus-Gruppe zu, sie steckt wahrscheinlich dahinter.", "Elliptic: Lazarus Group, Likely, Vendor")]
    [InlineData("fr", "Le FBI attribue le vol chez Bybit au groupe nord-coréen TraderTraitor.", "FBI: TraderTraitor, Stated, Official")]
    [InlineData("fr", "Des experts soupçonnent le groupe Lazarus d'être derrière le piratage de Bybit.", "researchers: Lazarus Group, Suspected, Suspected")]
    public void Who_is_said_to_have_done_it_and_by_whom(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Attribution, claim => $"{claim.By ?? "press"}: {claim.Value}, {claim.Hedge}, {claim.Status}"));

    [Theory]
    [InlineData("en", "Hackers stole 401,000 ETH worth $1.46 billion from the exchange Bybit.", "1460000000")]
    [InlineData("ko", "가상자산 거래소 업비트에서 445억원 규모의 솔라나 코인이 해킹으로 유출됐다.", "31283500 estimate")]
    [InlineData("ja", "暗号資産交換業者のDMMビットコインから約482億円相当のビットコインが不正流出した。", "318361000 estimate")]
    [InlineData("zh", "加密货币交易所Bybit遭黑客攻击，被盗约15亿美元。", "1500000000")]
    [InlineData("ru", "Хакеры похитили у криптобиржи Bybit 1,46 млрд долларов.", "1460000000")]
    [InlineData("es", "Los hackers robaron 1.500 millones de dólares del exchange Bybit.", "1500000000")]
    [InlineData("de", "Hacker stahlen bei der Kryptobörse Bybit 1,4 Milliarden US-Dollar, ein Diebstahl ohne Beispiel.", "1400000000")]
    [InlineData("fr", "Des pirates ont volé 1,46 milliard de dollars à la plateforme Bybit.", "1460000000")]
    [InlineData("en", "Hackers stole $1,000,000,000,000,000,000,000,000,000,000 from the exchange Bybit.", "")]
    [InlineData("en", "Hackers stole billions from the exchange Bybit.", "")]
    public void What_was_lost(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Amount, claim => $"{claim.Usd:0}{(claim.UsdIsEstimate ? " estimate" : "")}"));

    [Theory]
    [InlineData("en", "Hackers stole 401,000 ETH worth $1.46 billion from the exchange Bybit.", "401,000 ETH")]
    [InlineData("ja", "DMMビットコインから4502.9BTCが不正流出した。", "4,502.9 BTC")]
    [InlineData("de", "Unbekannte entwendeten 4.700 Bitcoins von NiceHash, ein Diebstahl.", "4,700 BTC")]
    public void What_was_taken_in_its_own_unit(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Taken, claim => claim.Value));

    [Theory]
    [InlineData("en", "Hackers stole $70 million from the exchange Phemex on Thursday.", "2026-03-12")]
    [InlineData("en", "The exchange Phemex was hacked on March 3 and lost $70 million.", "2026-03-03")]
    [InlineData("en", "Phemex lost $70 million in a hack on 23 January 2025.", "2025-01-23")]
    [InlineData("en", "The exchange Phemex was hacked on December 30.", "2025-12-30")]
    [InlineData("ko", "업비트는 11월 27일 해킹으로 445억원을 도난당했다.", "2025-11-27")]
    [InlineData("ko", "업비트가 13일 해킹으로 445억원을 도난당했다.", "2026-03-13")]
    [InlineData("ja", "DMMビットコインは2024年5月31日に482億円相当のビットコインが不正流出した。", "2024-05-31")]
    [InlineData("ja", "バイビットは金曜日にハッキングで資産が流出した。", "2026-03-13")]
    [InlineData("zh", "Bybit于2月21日遭黑客攻击，被盗15亿美元。", "2026-02-21")]
    [InlineData("zh", "Bybit周五遭黑客攻击，被盗15亿美元。", "2026-03-13")]
    [InlineData("ru", "Биржа Bybit была взломана 21 февраля 2025 года, похищено 1,46 млрд долларов.", "2025-02-21")]
    [InlineData("ru", "В пятницу хакеры похитили у биржи Bybit 1,46 млрд долларов.", "2026-03-13")]
    [InlineData("es", "El 21 de febrero de 2025 los hackers robaron 1.500 millones de dólares a Bybit.", "2025-02-21")]
    [InlineData("es", "Los hackers robaron el viernes 1.500 millones de dólares a Bybit.", "2026-03-13")]
    [InlineData("de", "Am 21. Februar 2025 wurden bei Bybit 1,4 Milliarden Dollar gestohlen.", "2025-02-21")]
    [InlineData("de", "Am Freitag wurden bei Bybit 1,4 Milliarden Dollar gestohlen.", "2026-03-13")]
    [InlineData("fr", "Le 21 février 2025, 1,46 milliard de dollars ont été volés à Bybit.", "2025-02-21")]
    [InlineData("fr", "Vendredi, des pirates ont volé 1,46 milliard de dollars à Bybit.", "2026-03-13")]
    [InlineData("en", "Hackers stole $70 million from the exchange Phemex on March 32.", "")]
    [InlineData("en", "Hackers stole $70 million from the exchange Phemex, of whose 9 hot wallets 5 may be empty.", "")]
    public void When_it_happened(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Date, claim => claim.Value));

    [Theory]
    [InlineData("en", "Tether froze $9.2 million of the funds stolen from Bybit.", "frozen 9200000")]
    [InlineData("en", "Bybit has recovered $43 million of the stolen coins.", "recovered 43000000")]
    [InlineData("en", "Bybit asks exchanges to freeze the stolen funds.", "")]
    [InlineData("en", "The hackers laundered $300 million of the loot stolen from Bybit through mixers.", "laundered 300000000")]
    [InlineData("ko", "업비트에서 탈취된 자산 가운데 23억원이 동결됐다.", "frozen 1616900")]
    [InlineData("ja", "バイビットから盗まれた資産のうち4000万ドルが凍結された。", "frozen 40000000")]
    [InlineData("zh", "Bybit被盗资金中已有4000万美元被冻结。", "frozen 40000000")]
    [InlineData("ru", "Заморожено 40 млн долларов из похищенных у Bybit средств.", "frozen 40000000")]
    [InlineData("es", "Se congelaron 40 millones de dólares de los fondos robados a Bybit.", "frozen 40000000")]
    [InlineData("de", "40 Millionen Dollar der bei Bybit gestohlenen Gelder wurden eingefroren.", "frozen 40000000")]
    [InlineData("fr", "40 millions de dollars volés à Bybit ont été gelés.", "frozen 40000000")]
    public void Where_the_loot_is(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Funds, claim => $"{claim.Value} {claim.Usd:0}"));

    [Theory]
    [InlineData("en", "Bybit confirmed the hack on Friday.", "confirmed")]
    [InlineData("en", "Bybit has not confirmed the hack.", "")]
    [InlineData("en", "Police confirmed that Bybit was hacked.", "")]
    [InlineData("en", "Bybit denies that it was hacked.", "denied")]
    [InlineData("en", "Bybit paused withdrawals after the hack.", "paused withdrawals")]
    [InlineData("en", "Bybit says it will reimburse all customers for the theft.", "reimburses")]
    [InlineData("ko", "업비트는 해킹 피해를 확인했다.", "confirmed")]
    [InlineData("ko", "업비트는 해킹 피해를 전액 보상하겠다고 했다.", "reimburses")]
    [InlineData("ja", "DMMビットコインは不正流出を認めた。", "confirmed")]
    [InlineData("zh", "Bybit确认遭黑客攻击。", "confirmed")]
    [InlineData("zh", "Bybit否认被盗。", "denied")]
    [InlineData("ru", "Биржа Bybit подтвердила взлом.", "confirmed")]
    [InlineData("es", "Bybit confirmó el robo.", "confirmed")]
    [InlineData("de", "Bybit bestätigt den Diebstahl.", "confirmed")]
    [InlineData("fr", "Bybit confirme le piratage.", "confirmed")]
    [InlineData("en", "Bybit on June 5 confirmed the hack.", "confirmed")]
    [InlineData("en", "Bybit hasn't confirmed the hack.", "")]
    [InlineData("ko", "업비트는 보안 사고인 해킹을 확인했다.", "confirmed")]
    [InlineData("ko", "업비트는 해킹 피해를 확인하지 않았다.", "")]
    [InlineData("ja", "DMMビットコインは不正流出を確認していない。", "")]
    [InlineData("zh", "Bybit尚未确认遭黑客攻击。", "")]
    [InlineData("ru", "Биржа Bybit на этой неделе подтвердила взлом.", "confirmed")]
    [InlineData("ru", "Биржа Bybit не подтвердила взлом.", "")]
    [InlineData("fr", "Bybit n'a pas confirmé le piratage.", "")]
    [InlineData("es", "Bybit no confirmó el robo.", "")]
    [InlineData("de", "Bybit hat den Diebstahl nicht bestätigt.", "")]
    public void What_the_victim_itself_says(string language, string text, string expected) =>
        Assert.Equal(expected, Render(language, text, ClaimField.Statement, claim => claim.Value));

    [Theory]
    [InlineData("en", "Hackers stole the private keys of Phemex and drained its Solana wallets in the theft.", "private keys compromised/Solana")]
    [InlineData("en", "The lender Euler Finance lost $197 million on Ethereum in a flash loan exploit of its smart contract.", "smart contract exploited/Ethereum")]
    [InlineData("ko", "해커가 업비트 핫월렛에서 솔라나 코인을 탈취했다.", "private keys compromised/Solana")]
    [InlineData("ja", "バイビットの不正流出はソーシャルエンジニアリングで従業員が狙われた。", "staff deceived/")]
    [InlineData("zh", "黑客利用智能合约漏洞从Euler Finance盗取以太坊。", "smart contract exploited/Ethereum")]
    [InlineData("de", "Bei Bybit wurden private Schlüssel gestohlen.", "private keys compromised/")]
    public void How_and_where_it_was_done(string language, string text, string expected) => Assert.Equal(
        expected,
        Render(language, text, ClaimField.Kind, claim => claim.Value) + "/" + Render(language, text, ClaimField.Chain, claim => claim.Value));

    [Fact]
    public void A_sentence_on_somebody_elses_theft_claims_nothing()
    {
        var claims = Read("en", "Hackers stole $70 million from the exchange Phemex", "In February the FBI attributed the theft of $1.46 billion from Bybit to TraderTraitor.\nThe exchange Phemex lost $70 million.");

        Assert.DoesNotContain(claims, claim => claim.Field == ClaimField.Attribution);
        Assert.Equal(70_000_000m, Assert.Single(claims, claim => claim.Field == ClaimField.Amount).Usd);
    }

    [Fact]
    public void An_official_source_speaks_for_itself()
    {
        var article = ArticleOf("en", "TraderTraitor is responsible for the theft of virtual assets from Bybit", "") with { Tier = SourceTier.Official, Publisher = "FBI" };
        var claim = Assert.Single(ClaimReader.Read(Reading.Matcher.Read(article)), claim => claim.Field == ClaimField.Attribution);

        Assert.Equal(("FBI", AttributionStatus.Official), (claim.By, claim.Status));
    }

    [Fact]
    public void An_article_that_names_forty_exchanges_is_bounded_and_has_no_victim_of_its_own()
    {
        var names = string.Join(", ", Core.Knowledge.KnowledgeBase.BuiltIn.Concepts.Where(concept => concept.Kind == "victim").Take(40).Select(concept => concept.Name));
        var claims = Read("en", "Hacked crypto exchanges of the decade: the largest thefts", $"Hackers stole crypto from the exchanges {names}.");

        Assert.True(claims.Count(claim => claim.Field == ClaimField.Victim) <= 12);
        Assert.DoesNotContain(claims, claim => claim.Field is ClaimField.Date or ClaimField.Statement);
    }

    [Fact]
    public void A_quote_is_at_most_eighty_characters_on_each_side()
    {
        var claims = Read("en", "Bybit hacked", "The FBI said " + new string('x', 300) + " TraderTraitor was behind the hack of Bybit, stealing $1.46 billion " + new string('y', 300) + ".");

        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.True(claim.Quote.Before.Length <= 80 && claim.Quote.After.Length <= 80));
    }

    private static string Render(string language, string text, ClaimField field, Func<Claim, string> write) =>
        string.Join("|", Read(language, text, "").Where(claim => claim.Field == field).Select(write).Distinct());

    private static IReadOnlyList<Claim> Read(string language, string title, string text) => ClaimReader.Read(Reading.Matcher.Read(ArticleOf(language, title, text)));

    private static Article ArticleOf(string language, string title, string text) =>
        Reading.Article(title, text, language) with { PublishedAt = Some.Now, FirstSeenAt = Some.Now };
}
