using Alerts.Core.Stories.Amounts;

namespace Alerts.Tests.Stories.Amounts;

public sealed class AmountReaderTests
{
    [Theory]
    [InlineData("en", "the largest one. 5 million dollars are gone", 5_000_000, "USD", "5 million dollars")]
    [InlineData("en", "some two billion dollars of crypto", 2_000_000_000, "USD", "two billion dollars")]
    [InlineData("de", "fast eine Milliarde Dollar erbeutet", 1_000_000_000, "USD", "eine Milliarde Dollar")]
    [InlineData("de", "rund 63 Mill. Euro", 63_000_000, "EUR", "63 Mill. Euro")]
    [InlineData("fr", "trois millions d'euros volés", 3_000_000, "EUR", "trois millions d'euros")]
    [InlineData("es", "robaron cinco millones de dólares", 5_000_000, "USD", "cinco millones de dólares")]
    [InlineData("it", "rubati sei milioni di dollari", 6_000_000, "USD", "sei milioni di dollari")]
    [InlineData("ru", "похитили два миллиарда долларов", 2_000_000_000, "USD", "два миллиарда долларов")]
    [InlineData("en", "took half a million dollars in bitcoin", 500_000, "USD", "half a million dollars")]
    [InlineData("de", "eine halbe Million Euro erbeutet", 500_000, "EUR", "halbe Million Euro")]
    [InlineData("de", "raubt 2025 zwei Milliarden Dollar", 2_000_000_000, "USD", "zwei Milliarden Dollar")]
    [InlineData("fr", "un demi-million de dollars", 500_000, "USD", "demi-million de dollars")]
    [InlineData("es", "robaron medio millón de dólares", 500_000, "USD", "medio millón de dólares")]
    [InlineData("ru", "почти одного миллиона долларов", 1_000_000, "USD", "одного миллиона долларов")]
    [InlineData("ru", "полтора миллиарда долларов", 1_500_000_000, "USD", "полтора миллиарда долларов")]
    [InlineData("nl", "hackers stelen twee miljoen dollar", 2_000_000, "USD", "twee miljoen dollar")]
    [InlineData("tr", "iki milyar doların üzerinde", 2_000_000_000, "USD", "iki milyar doların")]
    [InlineData("zh", "被盗两亿美元", 200_000_000, "USD", "两亿美元")]
    [InlineData("zh", "损失三千万美元", 30_000_000, "USD", "三千万美元")]
    [InlineData("fr", "SwissBorg touché : 41,5 M$ volés", 41_500_000, "USD", "41,5 M$")]
    [InlineData("es", "robaron mil 500 millones de dólares", 1_500_000_000, "USD", "mil 500 millones de dólares")]
    [InlineData("nl", "voor 3,8 miljard dollar gestolen", 3_800_000_000, "USD", "3,8 miljard dollar")]
    [InlineData("pl", "straty przekroczyły 100 milionów dolarów", 100_000_000, "USD", "100 milionów dolarów")]
    [InlineData("pl", "zniknęło 1,4 mld dol.", 1_400_000_000, "USD", "1,4 mld dol")]
    [InlineData("uk", "викрали 12 мільйонів доларів", 12_000_000, "USD", "12 мільйонів доларів")]
    [InlineData("ja", "約３５億円相当が流出", 3_500_000_000, "JPY", "３５億円")]
    [InlineData("ja", "１，２３４万ドル相当", 12_340_000, "USD", "１，２３４万ドル")]
    [InlineData("fa", "سرقت ۲۸ میلیون دلار رمزارز", 28_000_000, "USD", "۲۸ میلیون دلار")]
    [InlineData("fa", "۱٫۵ میلیارد دلار", 1_500_000_000, "USD", "۱٫۵ میلیارد دلار")]
    [InlineData("ar", "سرقة ٤٨ مليون دولار", 48_000_000, "USD", "٤٨ مليون دولار")]
    [InlineData("en", "lost $1.46 billion to thieves", 1_460_000_000, "USD", "$1.46 billion")]
    [InlineData("en", "a $1.5B hack", 1_500_000_000, "USD", "$1.5B")]
    [InlineData("en", "worth US$30.4 million", 30_400_000, "USD", "US$30.4 million")]
    [InlineData("en", "about 44.5 billion won was moved", 44_500_000_000, "KRW", "44.5 billion won")]
    [InlineData("en", "KRW 44.5 billion gone", 44_500_000_000, "KRW", "KRW 44.5 billion")]
    [InlineData("en", "USD34M taken", 34_000_000, "USD", "USD34M")]
    [InlineData("en", "drained of $740K overnight", 740_000, "USD", "$740K")]
    [InlineData("en", "exactly $1,234,567.89 left", 1_234_567.89, "USD", "$1,234,567.89")]
    [InlineData("en", "around $30. 6 million worth", 30_600_000, "USD", "$30. 6 million")]
    [InlineData("en", "fined Rs 2,000 crore", 20_000_000_000, "INR", "Rs 2,000 crore")]
    [InlineData("de", "1,4 Milliarden US-Dollar erbeutet", 1_400_000_000, "USD", "1,4 Milliarden US-Dollar")]
    [InlineData("de", "Schaden von 280 Mio. Euro", 280_000_000, "EUR", "280 Mio. Euro")]
    [InlineData("de", "rund 1,5 Milliarden", 1_500_000_000, null, "1,5 Milliarden")]
    [InlineData("es", "robo de 1.500 millones de dólares", 1_500_000_000, "USD", "1.500 millones de dólares")]
    [InlineData("es", "robaron $1,500 millones", 1_500_000_000, "USD", "$1,500 millones")]
    [InlineData("es", "robo de 1.5 mil millones", 1_500_000_000, null, "1.5 mil millones")]
    [InlineData("fr", "1,5 milliard de dollars dérobés", 1_500_000_000, "USD", "1,5 milliard de dollars")]
    [InlineData("fr", "vol de 320 millions d’euros", 320_000_000, "EUR", "320 millions d’euros")]
    [InlineData("en", "1.9 billion Australian dollars", 1_900_000_000, "AUD", "1.9 billion Australian dollars")]
    [InlineData("de", "1,9 Milliarden Australische Dollar gestohlen", 1_900_000_000, "AUD", "1,9 Milliarden Australische Dollar")]
    [InlineData("fr", "65 millions de dollars canadiens volés", 65_000_000, "CAD", "65 millions de dollars canadiens")]
    [InlineData("es", "65 millones de dólares canadienses", 65_000_000, "CAD", "65 millones de dólares canadienses")]
    [InlineData("ru", "1,9 млрд австралийских долларов", 1_900_000_000, "AUD", "1,9 млрд австралийских долларов")]
    [InlineData("ko", "19억 호주달러", 1_900_000_000, "AUD", "19억 호주달러")]
    [InlineData("ja", "6億から10億ドルと推定", 800_000_000, "USD", "6億から10億ドル")]
    [InlineData("zh", "损失在2.2亿至2.6亿美元之间", 240_000_000, "USD", "2.2亿至2.6亿美元")]
    [InlineData("ko", "90억에서 110억 원", 10_000_000_000, "KRW", "90억에서 110억 원")]
    [InlineData("de", "verliert 128 Millionen durch Exploit", 128_000_000, null, "128 Millionen")]
    [InlineData("ja", "19億豪ドル", 1_900_000_000, "AUD", "19億豪ドル")]
    [InlineData("zh", "19亿澳元", 1_900_000_000, "AUD", "19亿澳元")]
    [InlineData("ru", "похитили 1,46 млрд долларов", 1_460_000_000, "USD", "1,46 млрд долларов")]
    [InlineData("ru", "более 54 млрд корейских вон", 54_000_000_000, "KRW", "54 млрд корейских вон")]
    [InlineData("ru", "украли $22,8 миллиона", 22_800_000, "USD", "$22,8 миллиона")]
    [InlineData("ru", "более 625 миллионов долларов", 625_000_000, "USD", "625 миллионов долларов")]
    [InlineData("ko", "업비트에서 445억 원 유출", 44_500_000_000, "KRW", "445억 원")]
    [InlineData("ko", "1조 5천억원 규모", 1_500_000_000_000, "KRW", "1조 5천억원")]
    [InlineData("ko", "약 3억8750만달러를", 387_500_000, "USD", "3억8750만달러")]
    [InlineData("ko", "코인 350억 털렸다", 35_000_000_000, "KRW", "350억")]
    [InlineData("ja", "約482億円相当", 48_200_000_000, "JPY", "482億円")]
    [InlineData("ja", "1兆5000億円", 1_500_000_000_000, "JPY", "1兆5000億円")]
    [InlineData("ja", "３億ドルが流出", 300_000_000, "USD", "３億ドル")]
    [InlineData("zh", "盗走15亿美元", 1_500_000_000, "USD", "15亿美元")]
    [InlineData("zh", "损失逾2.3亿美元", 230_000_000, "USD", "2.3亿美元")]
    [InlineData("zh", "价值4000万美元", 40_000_000, "USD", "4000万美元")]
    [InlineData("zh", "損失1億5000萬美元", 150_000_000, "USD", "1億5000萬美元")]
    public void A_sum_is_read_in_the_form_of_its_language(string language, string text, double value, string? unit, string written)
    {
        var amount = Assert.Single(AmountReader.Read(text, language));

        Assert.Equal(((decimal)value, unit, false, written), (amount.Value, amount.Unit, amount.IsToken, amount.Text));
        Assert.Equal(written, text.Substring(amount.Start, amount.Length));
    }

    [Theory]
    [InlineData("en", "between $70–85 million", 70_000_000, 85_000_000, "$70–85 million")]
    [InlineData("en", "losses of $90 to $100 million", 90_000_000, 100_000_000, "$90 to $100 million")]
    [InlineData("en", "$90 million to $100 million was taken", 90_000_000, 100_000_000, "$90 million to $100 million")]
    [InlineData("en", "between US$70 and US$85 million", 70_000_000, 85_000_000, "US$70 and US$85 million")]
    [InlineData("en", "$900,000 to $1.2 million", 900_000, 1_200_000, "$900,000 to $1.2 million")]
    [InlineData("de", "zwischen 70 und 85 Millionen Dollar", 70_000_000, 85_000_000, "70 und 85 Millionen Dollar")]
    [InlineData("es", "entre 70 y 85 millones de dólares", 70_000_000, 85_000_000, "70 y 85 millones de dólares")]
    [InlineData("fr", "de 70 à 85 millions de dollars", 70_000_000, 85_000_000, "70 à 85 millions de dollars")]
    [InlineData("it", "tra i 170/195 milioni di dollari", 170_000_000, 195_000_000, "170/195 milioni di dollari")]
    [InlineData("ru", "от 70 до 85 млн долларов", 70_000_000, 85_000_000, "70 до 85 млн долларов")]
    [InlineData("tr", "yaklaşık 48 ila 50 milyon dolar", 48_000_000, 50_000_000, "48 ila 50 milyon dolar")]
    public void A_range_keeps_its_ends_and_counts_as_its_middle(string language, string text, double low, double high, string written)
    {
        var amount = Assert.Single(AmountReader.Read(text, language));

        Assert.Equal((written, (decimal)low, (decimal)high, (decimal)(low + high) / 2), (amount.Text, amount.Low, amount.High, amount.Value));
        Assert.Equal((amount.Low, amount.High), (amount.UsdLow, amount.UsdHigh));
    }

    [Theory]
    [InlineData("losses rose from $30 million to $100 million", 30_000_000, 100_000_000)]
    [InlineData("$5 million and $70 million were taken", 5_000_000, 70_000_000)]
    [InlineData("$1 million to $400 million", 1_000_000, 400_000_000)]
    public void Two_sums_are_no_range(string text, int first, int second) =>
        Assert.Equal([first, second], AmountReader.Read(text, "en").Select(amount => amount.Value));

    [Theory]
    [InlineData("en", "stole 342,000 ETH", 342_000, "ETH")]
    [InlineData("en", "127,426 BTC were gone", 127_426, "BTC")]
    [InlineData("fr", "environ 400 000 ethereum volés", 400_000, "ETH")]
    [InlineData("de", "etwa 4.700 Bitcoins", 4_700, "BTC")]
    [InlineData("zh", "窃走7000枚比特币", 7_000, "BTC")]
    [InlineData("zh", "丢失85万枚比特币", 850_000, "BTC")]
    [InlineData("ko", "이더리움이 아닌 34만2000개 비트코인", 342_000, "BTC")]
    public void Tokens_are_kept_with_their_name(string language, string text, int value, string unit)
    {
        var amount = Assert.Single(AmountReader.Read(text, language));

        Assert.Equal((value, unit, true), (amount.Value, amount.Unit, amount.IsToken));
    }

    [Theory]
    [InlineData("en", "billion without a number")]
    [InlineData("en", "10^30 dollars")]
    [InlineData("en", "$1000000000000000000000000000000 stolen")]
    [InlineData("en", "999,999 trillion trillion dollars")]
    [InlineData("en", "97% of hacks in 2022, 483 users, version 2.68")]
    [InlineData("en", "400 million records were copied")]
    [InlineData("en", "$")]
    [InlineData("ko", "회원 3만1506건, 2억 명")]
    [InlineData("ru", "взломаны 12 бирж за 3 года")]
    [InlineData("en", "one million reasons, two hundred users and a billion people")]
    [InlineData("zh", "一万人和两亿用户")]
    [InlineData("ko", "100000조조 원, 9999999999999천조9999999999999천조9999999999999천조 원")]
    [InlineData("en", "two and a half billion dollars, a quarter of one billion dollars, one hundred and fifty million dollars, one point five billion dollars")]
    [InlineData("es", "treinta y cinco millones de dólares")]
    [InlineData("pt", "trinta e cinco milhões de dólares")]
    [InlineData("ru", "двадцать пять миллионов долларов")]
    [InlineData("fr", "trois cent cinquante millions d'euros, deux cent millions d'euros")]
    [InlineData("zh", "十三亿美元、二十三亿美元、一亿五千万美元")]
    [InlineData("ja", "三億五千万円")]
    [InlineData("de", "der Schaden sei Millionen Dollar hoch")]
    [InlineData("fr", "un butin de 500 millions de francs CFA")]
    public void What_is_no_sum_gives_none(string language, string text) => Assert.Empty(AmountReader.Read(text, language));

    [Fact]
    public void Other_currencies_are_converted_at_the_rate_of_the_year_and_marked_as_estimates()
    {
        var (old, recent) = (Single(2018), Single(2025));

        Assert.True(old.UsdIsEstimate);
        Assert.InRange(old.Usd!.Value, 31_000_000, 33_000_000);
        Assert.InRange(recent.Usd!.Value, 24_000_000, 25_500_000);
        Assert.False(Assert.Single(AmountReader.Read("$5 million", "en")).UsdIsEstimate);

        static Amount Single(int year) => Assert.Single(AmountReader.Read("350억 원", "ko", new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_long_hostile_text_is_bounded()
    {
        var text = string.Concat(Enumerable.Repeat("$1,1,1.1 000 000–9억9만 billionbillionbillion ", 20_000));

        Assert.Equal(200, AmountReader.Read(text, "en").Count);
        Assert.Empty(AmountReader.Read(new string('1', 500_000), "en"));
        Assert.Empty(AmountReader.Read(string.Concat(Enumerable.Repeat("1,", 250_000)), "en"));
    }
}
