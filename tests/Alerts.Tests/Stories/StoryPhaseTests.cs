using Alerts.Core.Stories;
using Alerts.Tests.Fakes;
using Alerts.Tests.Matching;

namespace Alerts.Tests.Stories;

/// <summary>Which step of a case a headline reports, in the languages of the press.</summary>
public sealed class StoryPhaseTests
{
    [Theory]
    [InlineData("en", "Hackers stole $70 million from the crypto exchange Phemex", StoryPhase.Theft)]
    [InlineData("en", "Crypto exchange Phemex loses $70 million in hack: customer funds remain safe", StoryPhase.Theft)]
    [InlineData("de", "Kryptobörse Phemex gehackt: Auszahlungen ausgesetzt", StoryPhase.Theft)]
    [InlineData("de", "Börse Phemex schließt nach Hack Auszahlungen von Krypto", StoryPhase.Theft)]
    [InlineData("en", "THORChain shut down following $10 million exploit", StoryPhase.Theft)]
    [InlineData("en", "Phemex to shut down hot wallets after $70 million crypto hack", StoryPhase.Theft)]
    [InlineData("en", "Phemex customers get worried about stolen crypto as bitcoin bounces back", StoryPhase.Theft)]
    [InlineData("en", "Phemex, hackers get $70 million in crypto by tricking staff back office", StoryPhase.Theft)]
    [InlineData("en", "Harvest Finance offers $1 million to get stolen $34 million back", StoryPhase.Recovery)]
    [InlineData("en", "Hacked Lending Protocol XCarnival Receives $1.9M Worth of Stolen ETH Back", StoryPhase.Recovery)]
    [InlineData("en", "Hacked crypto exchange Gatecoin raises $500,000 to reopen", StoryPhase.Recovery)]
    [InlineData("en", "Eterbase recovers first $1 million after crypto hack that left it bankrupt", StoryPhase.Recovery)]
    [InlineData("ru", "Крупнейшее ограбление в истории крипты: Bybit объявила награду за поимку хакеров", StoryPhase.Recovery)]
    [InlineData("ko", "가상자산 700억원 털린 거래소 쿠코인…\"입출금도 정지\"", StoryPhase.Theft)]
    [InlineData("ja", "仮想通貨取引所KuCoinから流出、入出金を一時停止", StoryPhase.Theft)]
    [InlineData("en", "Sanctioned crypto exchange Garantex halts trading after $15M hack", StoryPhase.Theft)]
    [InlineData("ko", "가상화폐 거래소 ‘코인레일’ 해킹…400억원 피해, 투자자 보상은?", StoryPhase.Theft)]
    [InlineData("ko", "업비트 핫월렛 해킹으로 445억 원 탈취…6년 전과 같은 날", StoryPhase.Theft)]
    [InlineData("es", "El mayor robo de la historia de las criptomonedas: hackers roban 1.500 millones de Bybit", StoryPhase.Theft)]
    [InlineData("en", "KyberSwap retrieves $5 million in ether after breach", StoryPhase.Recovery)]
    [InlineData("en", "Exploiter of KyberSwap returns part of the stolen crypto", StoryPhase.Recovery)]
    [InlineData("en", "$40 million crypto heist: KyberSwap hacker returns funds for a bounty", StoryPhase.Recovery)]
    [InlineData("fr", "Piratage de KyberSwap : le hacker restitue les cryptomonnaies volées", StoryPhase.Recovery)]
    [InlineData("es", "El hacker de KyberSwap devuelve las criptomonedas robadas", StoryPhase.Recovery)]
    [InlineData("ru", "Взломщик KyberSwap вернул похищенную криптовалюту", StoryPhase.Recovery)]
    [InlineData("fr", "Phemex rachète pour 70 millions de dollars d'ether après le piratage de la plateforme", StoryPhase.Recovery)]
    [InlineData("ja", "仮想通貨取引所KuCoin、流出した資産を全額補償へ", StoryPhase.Recovery)]
    [InlineData("pt", "Corretora de criptomoedas Bunni encerra as atividades após ataque hacker", StoryPhase.Recovery)]
    [InlineData("zh", "KyberSwap黑客事件後續：協議恢復運作，用戶資金全數賠付", StoryPhase.Recovery)]
    [InlineData("en", "After the $40 million hack KyberSwap refunds its users in full", StoryPhase.Recovery)]
    [InlineData("fr", "Après le piratage de la plateforme KyberSwap, les clients seront remboursés", StoryPhase.Recovery)]
    [InlineData("en", "Crypto exchange Phemex shuts down for a week after $70 million hack", StoryPhase.Theft)]
    [InlineData("en", "Hacker of crypto exchange Phemex spurns bounty and launders the loot", StoryPhase.Laundering)]
    [InlineData("en", "Phemex halts withdrawals after $70 million hack and offers a bounty", StoryPhase.Theft)]
    [InlineData("en", "Validators freeze crypto after the KyberSwap hack", StoryPhase.Freeze)]
    [InlineData("en", "Tether freezes $12 million stolen from crypto exchange Phemex", StoryPhase.Freeze)]
    [InlineData("en", "Bridge hacker nabbed at airport: suspect in crypto exchange Phemex theft faces extradition", StoryPhase.Prosecution)]
    [InlineData("en", "FBI traces $41 million theft from the crypto casino Stake.com to Lazarus Group", StoryPhase.Attribution)]
    [InlineData("en", "North Korean hackers responsible for $235 million WazirX breach, say US, South Korea", StoryPhase.Attribution)]
    [InlineData("ko", "가상자산 거래소 코인레일 해킹, 피해자 보상 막막", StoryPhase.Theft)]
    [InlineData("ko", "400억원대 코인레일 해킹, 피해자 보상 가능할까", StoryPhase.Theft)]
    [InlineData("en", "Liquidation of hacked crypto exchange Cryptopia heads towards $15m", StoryPhase.Recovery)]
    [InlineData("de", "Nach Hack: Kryptobörse Cryptopia wird liquidiert", StoryPhase.Recovery)]
    [InlineData("fr", "La plateforme Cryptopia met la clé sous la porte après le piratage", StoryPhase.Recovery)]
    [InlineData("ja", "流出したZaifの運営会社テックビューロが解散", StoryPhase.Recovery)]
    [InlineData("ko", "오르빗체인 해커 5개월 만에 첫 자금이동 포착, 이더리움 토네이도 캐시로", StoryPhase.Laundering)]
    [InlineData("en", "Five years in prison for the hacker who stole 120,000 bitcoin from Bitfinex", StoryPhase.Prosecution)]
    [InlineData("en", "Billions in stolen bitcoin: Bitfinex theft lands hacker in jail", StoryPhase.Prosecution)]
    [InlineData("de", "Hacker nach Diebstahl bei Kryptobörse Bitfinex verurteilt", StoryPhase.Prosecution)]
    [InlineData("ja", "仮想通貨取引所コインチェックの流出事件、31人を立件", StoryPhase.Prosecution)]
    [InlineData("ko", "가상자산 거래소 업비트 해킹한 일당에 징역 5년", StoryPhase.Prosecution)]
    [InlineData("fr", "Piratage de la plateforme Platypus Finance : deux frères acquittés", StoryPhase.Prosecution)]
    [InlineData("fr", "La police arrête deux hommes après le piratage de la plateforme de cryptomonnaies Platypus Finance", StoryPhase.Prosecution)]
    [InlineData("es", "Detenidos dos hombres por el robo de criptomonedas al exchange KuCoin", StoryPhase.Prosecution)]
    [InlineData("fr", "Vol de cryptomonnaies chez Phemex : deux hommes accusés par la justice", StoryPhase.Prosecution)]
    [InlineData("pt", "Ministério Público indicia dois homens que roubaram criptomoedas da corretora KuCoin", StoryPhase.Prosecution)]
    [InlineData("en", "Lazarus funnels stolen crypto to a shop in Macau", StoryPhase.Laundering)]
    [InlineData("en", "North Korea now the fourth-largest bitcoin holder", StoryPhase.Report)]
    [InlineData("en", "Jury reaches verdict on the man who stole crypto from Mango Markets", StoryPhase.Prosecution)]
    [InlineData("en", "North Korea stole $49 million in crypto from Upbit, South Korea confirms", StoryPhase.Attribution)]
    [InlineData("de", "Südkorea bestätigt: Nordkoreaner raubten Kryptowährung bei Upbit", StoryPhase.Attribution)]
    [InlineData("en", "Upbit confirms that hackers stole $49 million in crypto", StoryPhase.Theft)]
    [InlineData("ko", "미국, 북한 해커가 탈취한 비트코인 압수", StoryPhase.Prosecution)]
    [InlineData("en", "US seizes crypto stolen by North Korean hackers", StoryPhase.Prosecution)]
    [InlineData("en", "Hackers stole $70 million from the crypto exchange BingX: $20 million recovered", StoryPhase.Theft)]
    [InlineData("en", "Hackers stole $35 million from the crypto exchange Youbit, forcing it into bankruptcy", StoryPhase.Theft)]
    [InlineData("en", "Crypto exchange Youbit files for bankruptcy after $35 million hack", StoryPhase.Theft)]
    [InlineData("ko", "가상화폐 거래소 유빗, 해킹으로 파산 절차 돌입", StoryPhase.Theft)]
    [InlineData("es", "El exchange de criptomonedas Youbit se declara en quiebra tras un hackeo de 35 millones de dólares", StoryPhase.Theft)]
    [InlineData("en", "US and Japan say North Korean hackers are responsible for the $70 million theft from crypto exchange Phemex", StoryPhase.Attribution)]
    [InlineData("en", "Washington pins $70M heist at crypto exchange Phemex on North Korea", StoryPhase.Attribution)]
    [InlineData("es", "EE.UU. señala a Corea del Norte como responsable del robo de criptomonedas a KuCoin", StoryPhase.Attribution)]
    [InlineData("ru", "Хакеров из КНДР обвинили в краже криптовалюты у биржи KuCoin", StoryPhase.Attribution)]
    [InlineData("en", "North Korea may be responsible for the $70 million theft from crypto exchange Phemex, US says", StoryPhase.Theft)]
    [InlineData("en", "Explained: the Phemex crypto exchange hack", StoryPhase.Theft)]
    [InlineData("en", "Hacker behind $600 million heist of Poly Network crypto has returned the loot", StoryPhase.Recovery)]
    [InlineData("en", "Judge overturns conviction of trader over $110 million Mango Markets crypto exploit", StoryPhase.Prosecution)]
    [InlineData("en", "Lazarus Group moves $12M from the Phemex and BingX hacks to Tornado Cash", StoryPhase.Laundering)]
    [InlineData("en", "Lazarus Group exploits Tornado Cash again: proceeds of the Phemex hack washed", StoryPhase.Laundering)]
    [InlineData("en", "Elliptic: Lazarus hackers returned to using Tornado Cash after the Phemex theft", StoryPhase.Laundering)]
    [InlineData("en", "Lazarus behind the KuCoin theft of last autumn, says Chainalysis", StoryPhase.Attribution)]
    [InlineData("de", "Elliptic: Lazarus steckt hinter dem Raub bei der Kryptobörse KuCoin", StoryPhase.Attribution)]
    [InlineData("en", "Lazarus suspected behind the crypto theft from Upbit", StoryPhase.Theft)]
    [InlineData("ja", "仮想通貨取引所KuCoinから28億円が流出、全額補償へ", StoryPhase.Theft)]
    [InlineData("ja", "仮想通貨取引所KuCoinに業務改善命令、流出受け", StoryPhase.Prosecution)]
    [InlineData("en", "Hacked crypto exchange Phemex offers $7 million bounty", StoryPhase.Recovery)]
    [InlineData("en", "Phemex attacker swaps $20M for ether", StoryPhase.Laundering)]
    [InlineData("en", "North Koreans took $70 million from crypto exchange Phemex: FBI", StoryPhase.Attribution)]
    [InlineData("en", "Phemex crypto hack linked to Lazarus: report", StoryPhase.Attribution)]
    [InlineData("en", "Phemex's $70 million looting tied to Lazarus hackers", StoryPhase.Attribution)]
    [InlineData("en", "Crypto exchange Phemex hit by $70 million hack, Lazarus link suspected", StoryPhase.Theft)]
    [InlineData("en", "North Korea accused of hacking crypto exchange Phemex", StoryPhase.Attribution)]
    [InlineData("ko", "경찰 “작년 업비트 700억원 해킹, 北 라자루스 소행”", StoryPhase.Attribution)]
    [InlineData("en", "KuCoin says it has identified suspects in the $280 million crypto hack", StoryPhase.Attribution)]
    [InlineData("it", "Restituiti i token rubati nell'hack da 610 milioni di dollari di Poly Network", StoryPhase.Recovery)]
    [InlineData("de", "Hacker geben Kryptowährung nach Rekord-Diebstahl bei Poly Network zurück", StoryPhase.Recovery)]
    [InlineData("en", "FTX lends crypto exchange Liquid $120 million following hack", StoryPhase.Recovery)]
    [InlineData("en", "A crypto exchange that got hacked for $65 million, Bitfinex, refunds its customers", StoryPhase.Recovery)]
    [InlineData("en", "Victims of $200 million BitMart crypto hack still unpaid", StoryPhase.Recovery)]
    [InlineData("ko", "“업비트 도난 ETH 텔레그램서 팔린다”…투자자 주의", StoryPhase.Laundering)]
    [InlineData("en", "$2.4B stolen in the 2016 Bitfinex crypto hack on the move", StoryPhase.Laundering)]
    [InlineData("es", "Coincheck detiene las retiradas de criptomonedas y confirma un robo masivo", StoryPhase.Theft)]
    [InlineData("de", "Kryptobörse CoinEx setzt Auszahlungen nach Hack aus", StoryPhase.Theft)]
    [InlineData("tr", "Kripto borsası BtcTurk hacklendi, çekimler durduruldu", StoryPhase.Theft)]
    [InlineData("en", "Penpie hacker tricked the reward system of the crypto protocol", StoryPhase.Theft)]
    [InlineData("fr", "140 millions de prime offerts pour retrouver les cryptomonnaies du hack de Bybit", StoryPhase.Recovery)]
    [InlineData("zh", "美國以「盜竊加密貨幣」罪名制裁北韓駭客組織 Lazarus", StoryPhase.Sanction)]
    [InlineData("en", "Feds claw back crypto that was stolen by North Korean hackers", StoryPhase.Prosecution)]
    [InlineData("es", "Estados Unidos incauta criptomonedas robadas por hackers de Corea del Norte", StoryPhase.Prosecution)]
    [InlineData("zh", "KyberSwap黑客归还被盗资产", StoryPhase.Recovery)]
    [InlineData("pt", "Investidores processam corretora de criptomoedas KuCoin após roubo de US$ 281 milhões", StoryPhase.Prosecution)]
    [InlineData("en", "Ex-engineer jailed: he taught North Korea about crypto and evading sanctions", StoryPhase.Prosecution)]
    [InlineData("fr", "Tether gèle 12 millions de dollars volés à la plateforme de cryptomonnaies KuCoin", StoryPhase.Freeze)]
    [InlineData("es", "La policía confiscó criptomonedas robadas al exchange KuCoin", StoryPhase.Prosecution)]
    [InlineData("de", "Elliptic sieht Lazarus hinter dem Raub von 70 Millionen US-Dollar bei der Kryptobörse KuCoin", StoryPhase.Attribution)]
    public void The_headline_tells_the_step(string language, string title, StoryPhase phase) => Assert.Equal(phase, Told(language, title, "").Phase);

    [Theory]
    [InlineData("en", "North Korean hackers stole $1.34 billion in crypto in 2024", "Chainalysis counts 47 thefts. Its prime example is the exchange DMM Bitcoin, robbed of $305 million.", "2024")]
    [InlineData("en", "Over $3.4 billion in crypto stolen throughout 2025", "Bybit alone lost $1.5 billion, says Chainalysis.", "2025")]
    [InlineData("ko", "북한 해커, 2025년에 코인 20억 달러어치 훔쳤다…체이널리시스 집계", "바이비트 해킹이 가장 컸다.", "2025")]
    [InlineData("de", "Nordkorea stiehlt dieses Jahr zwei Milliarden Dollar in Kryptowährungen", "Das zählt Elliptic. Allein Bybit verlor 1,5 Milliarden Dollar.", "2026")]
    [InlineData("de", "Nordkorea stiehlt 2025 zwei Milliarden US-Dollar in Kryptowährungen: 2 Milliarden Dollar", "Das zählt Elliptic. Allein Bybit verlor 1,5 Milliarden Dollar.", "2025")]
    [InlineData("ja", "北朝鮮ハッカー、2025年の暗号資産窃取額は20億ドル", "チェイナリシスが集計した。最大はBybitだった。", "2025")]
    [InlineData("ru", "Хакеры из КНДР за 2024 год украли криптовалюту на $1,34 млрд", "Такие данные приводит Chainalysis. Крупнейшей стала кража у DMM Bitcoin.", "2024")]
    public void A_count_over_a_year_is_a_report_and_no_theft_of_its_examples(string language, string title, string text, string year)
    {
        var told = Told(language, title, text);

        Assert.Equal((StoryPhase.Report, null, year), (told.Phase, told.Victim, told.Year));
    }

    [Theory]
    [InlineData("en", "UN experts: North Korea robbed crypto firms of $300 million", "The panel lists the exchange KuCoin among those hit by its hackers.")]
    [InlineData("es", "Corea del Norte robó 300 millones en criptomonedas", "Así lo dice un informe de la ONU, que cita el robo al exchange KuCoin.")]
    [InlineData("ru", "Северокорейские хакеры за четыре года похитили криптовалюту на 3 млрд долларов", "Эксперты приводят в пример биржу KuCoin, потерявшую 280 млн долларов.")]
    [InlineData("ko", "한미일 공동성명 \"북한, 가상자산 6억 달러 탈취\"", "세 나라는 업비트와 와지르엑스 해킹을 북한 소행으로 봤다.")]
    [InlineData("en", "North Korea behind 60% of stolen crypto, says Elliptic", "The theft from Bybit was the largest: $1.5 billion.")]
    [InlineData("en", "Analysts: North Korea's crypto heists pay for its missiles", "Chainalysis counts $2 billion, most of it from the exchange Bybit.")]
    [InlineData("en", "North Korea still hacking crypto exchanges to fund its weapons program, says UN", "Experts told the press that exchanges have ramped up their security.")]
    [InlineData("en", "Crypto crash wipes out millions from North Korea's stolen crypto funds", "Analysts say that its hackers find it hard to launder what they took.")]
    [InlineData("it", "Hacker nordcoreani rubano 2 miliardi di dollari in criptovalute: anno record", "Secondo Elliptic l'attacco a Bybit vale 1,46 miliardi.")]
    [InlineData("en", "Lazarus launders $90 million in stolen crypto through casinos", "The monitors of MSMT write that it came from WazirX and others.")]
    public void What_is_said_of_the_states_thefts_as_a_whole_is_a_report_on_no_single_victim(string language, string title, string text) =>
        Assert.Equal((StoryPhase.Report, null), (Told(language, title, text).Phase, Told(language, title, text).Victim));

    [Theory]
    [InlineData("en", "North Korean hackers stole $41 million in crypto, FBI says", "The money came from the exchange CoinEx.", StoryPhase.Attribution, "CoinEx")]
    [InlineData("en", "North Korea's Lazarus steals $70 million in crypto", "The money was taken from the exchange Phemex on Thursday. UN experts say that such thefts pay for missiles.", StoryPhase.Theft, "Phemex")]
    [InlineData("en", "Lazarus takes $300 million in crypto heist", "The exchange Phemex was robbed on Thursday by North Korea's hackers.", StoryPhase.Theft, "Phemex")]
    [InlineData("en", "Hackers linked to Lazarus steal $70 million from crypto exchange Phemex", "PeckShield saw the theft first.", StoryPhase.Theft, "Phemex")]
    [InlineData("en", "Treasury sanctions mixer that washed crypto for North Korea", "Loot of the Harmony bridge hack passed through it, OFAC says.", StoryPhase.Sanction, null)]
    [InlineData("fr", "Des sénateurs américains réclament un plan contre les vols de cryptomonnaies de la Corée du Nord", "Les hackers nord-coréens ont volé des milliards en cryptomonnaies.", StoryPhase.Advisory, null)]
    [InlineData("en", "Lawmakers press Treasury over crypto theft", "North Korean hackers stole billions from crypto exchanges, they write.", StoryPhase.Advisory, null)]
    [InlineData("fr", "Le FBI accuse des hackeurs nord-coréens d'un vol de plus de 600 millions en cryptomonnaies", "Le FBI a affirmé que Lazarus avait volé 620 millions de dollars en ethereum via le réseau Ronin. Un rapport remis au comité de sanctions de l'ONU en parlait déjà.", StoryPhase.Attribution, "Ronin Network (Axie Infinity)")]
    [InlineData("ko", "FBI “지난해 1억 달러 암호화폐 해킹, 北 소행”", "FBI가 하모니 프로토콜에서 1억 달러를 빼낸 해킹의 배후로 라자루스를 지목했다.", StoryPhase.Attribution, "Harmony Horizon")]
    [InlineData("en", "US Treasury targets North Korea's crypto laundering network", "Eight people were added to the sanctions list for hiding cryptocurrency of Lazarus.", StoryPhase.Sanction, null)]
    [InlineData("en", "FBI warns of North Korean attacks on crypto firms", "The agency describes false job offers; hackers stole from exchanges.", StoryPhase.Advisory, null)]
    public void A_single_theft_a_sanction_and_a_warning_are_none(string language, string title, string text, StoryPhase phase, string? victim) =>
        Assert.Equal((phase, victim), (Told(language, title, text).Phase, Told(language, title, text).Victim));

    [Theory]
    [InlineData("en", "Losses to crypto hacks fell to $38 million in June", "PeckShield counts 15 exploits of protocols; the exchange Phemex lost most.")]
    [InlineData("de", "Krypto-Hacks: Verluste von 38 Millionen Dollar im Juni", "PeckShield zählt 15 Angriffe auf Protokolle; am meisten verlor Phemex.")]
    [InlineData("es", "Los hackeos de criptomonedas suman pérdidas de 38 millones de dólares en junio", "PeckShield cuenta 15 ataques a protocolos; Phemex perdió más que nadie.")]
    [InlineData("ko", "6월 가상자산 해킹 피해액 500억원", "펙실드는 프로토콜 공격 15건을 집계했다. 페멕스의 손실이 가장 컸다.")]
    [InlineData("ja", "6月の暗号資産ハッキング被害額は55億円", "PeckShieldはプロトコルへの攻撃15件を数えた。最大はPhemexだった。")]
    [InlineData("zh", "6月加密货币黑客攻击损失达3800万美元", "PeckShield统计15起协议攻击，Phemex损失最大。")]
    [InlineData("ko", "1분기 암호화폐거래소 해킹 피해 2억3000만달러", "크립토피아와 드래곤엑스, 빗썸이 털렸다.")]
    [InlineData("fr", "670 millions de dollars de cryptomonnaies dérobés au premier trimestre", "Coincheck et BitGrail ont été piratés.")]
    [InlineData("zh", "北韓黑客今年竊取逾20億美元加密貨幣", "Elliptic統計，最大一宗是2月的Bybit。")]
    public void A_count_over_a_month_is_a_report_too(string language, string title, string text) =>
        Assert.Equal((StoryPhase.Report, null), (Told(language, title, text).Phase, Told(language, title, text).Victim));

    [Theory]
    [InlineData("en", "Crypto exchange WazirX loses $230 million in one of the largest hacks of 2024", "WazirX was hacked, says Cyvers.")]
    [InlineData("en", "Indian crypto exchange loses $230 million in biggest hack this year", "WazirX was hacked on Thursday and lost $230 million, says Cyvers.")]
    public void One_theft_ranked_among_a_years_is_no_count(string language, string title, string text) =>
        Assert.Equal((StoryPhase.Theft, "WazirX"), (Told(language, title, text).Phase, Told(language, title, text).Victim));

    [Theory]
    [InlineData("FBI agents hold North Korea's Lazarus Group responsible.", StoryPhase.Attribution)]
    [InlineData("FBI agents and Phemex Inc. name North Korea's Lazarus Group.", StoryPhase.Attribution)]
    [InlineData("FBI agents came to Singapore. Lazarus Group robbed others before.", StoryPhase.Theft)]
    public void Who_is_named_in_the_sentence_behind_an_authority_is_not_blamed_by_it(string text, StoryPhase phase) =>
        Assert.Equal(phase, Told("en", "Hackers stole $70 million from the crypto exchange Phemex", text).Phase);

    private static NewsEvent Told(string language, string title, string text)
    {
        var reading = Reading.Matcher.Read(Reading.Article(title, text, language) with { PublishedAt = Some.Now, FirstSeenAt = Some.Now });
        Assert.True(reading.Matched.Any(), "no hit: " + title);
        return NewsEvent.Of(reading);
    }
}
