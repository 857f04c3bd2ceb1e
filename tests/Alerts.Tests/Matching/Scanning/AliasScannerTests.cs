using Alerts.Core.Matching.Scanning;

namespace Alerts.Tests.Matching.Scanning;

public sealed class AliasScannerTests
{
    private const AliasForm Word = AliasForm.Word;
    private const AliasForm Inflected = AliasForm.Inflected;
    private const AliasForm Substring = AliasForm.Substring;
    private const AliasForm CaseSensitive = AliasForm.CaseSensitive;

    /// <summary>An alias, how it may stand, its language, a text, and what is found of it in the text, parted by bars.</summary>
    public static TheoryData<string, AliasForm, string?, string, string> Rows => new()
    {
        // Whole words.
        { "Lazarus", Word, null, "Lazarus struck; lazarus again, LAZARUS.", "Lazarus|lazarus|LAZARUS" },
        { "Lazarus", Word, null, "Lazaruses, preLazarus, Lazarus2 and hackathon", "" },
        { "hack", Word, null, "a hackathon, hacks, life hack", "hack" },
        { "robo", Word, null, "el robot y el robo", "robo" },
        { "Lazarus", Word, null, "(Lazarus) \"Lazarus\" Lazarus! #Lazarus @Lazarus", "Lazarus|Lazarus|Lazarus|Lazarus|Lazarus" },
        { "bybit", Word, null, "https://www.bybit.com/en/", "bybit" },
        { "Lazarus Group", Word, null, "the Lazarus Group's and Lazarus’s Lazarus group", "Lazarus Group|Lazarus group" },
        // Hyphen, space, underscore, nothing; a hyphen at a line's end, but not a paragraph's end; a dash parts.
        { "Trader Traitor", Word, null, "Trader Traitor TraderTraitor trader-traitor TRADER_TRAITOR Trader\u00A0Traitor", "Trader Traitor|TraderTraitor|trader-traitor|TRADER_TRAITOR|Trader\u00A0Traitor" },
        { "TraderTraitor", Word, null, "Trader Traitor, TraderTraitor, trader-traitor, trader_traitor", "Trader Traitor|TraderTraitor|trader-traitor|trader_traitor" },
        { "Trader-Traitor", Word, null, "Trader Traitor TraderTraitor Trader‑Traitor Trader–Traitor", "Trader Traitor|TraderTraitor|Trader‑Traitor|Trader–Traitor" },
        { "Lazarus Group", Word, null, "Lazarus\nGroup, Lazarus\r\n  Group; Lazarus-\nGroup", "Lazarus-\nGroup" },
        { "Lazarus Group", Word, null, "Lazarus\n\nGroup. Lazarus-\n\nGroup. Lazarus. Group, Lazarus - Group, Lazarus—Group, Lazarus, Group", "" },
        { "APT-38", Word, null, "APT38 APT 38 apt-38 APT380 APT3 8", "APT38|APT 38|apt-38" },
        { "APT38", Word, null, "APT38 APT 38 apt-38 APT–38", "APT38|APT 38|apt-38|APT–38" },
        { "Golang Ghost Rat", Word, null, "GolangGhost Rat, golang ghostrat, GolangGhostRat, Golang-Ghost-Rat", "GolangGhost Rat|golang ghostrat|GolangGhostRat|Golang-Ghost-Rat" },
        { "HitBTC", Word, null, "as sellers hit BTC, HitBTC and hitbtc and Hit-BTC", "HitBTC|hitbtc|Hit-BTC" },
        { "ByBit", Word, null, "bit by bit, Bit By Bit; ByBit bybit", "ByBit|bybit" },
        { "BigONE", Word, null, "the next big one is BigONE", "BigONE" },
        // Punctuation inside a name is part of it.
        { "Gate.io", Word, null, "Gate.io at the gate. IO, GATE.IO gateio", "Gate.io|GATE.IO" },
        { "Safe{Wallet}", Word, null, "Safe{Wallet} not safe wallet", "Safe{Wallet" },
        { "D.P.R.K.", Word, null, "the D.P.R.K. said; DPRK", "D.P.R.K" },
        { "N. Korea", Word, null, "N. Korea; N.Korea; N Korea", "N. Korea" },
        { "$DRIFT", Word, null, "$DRIFT drift $drift", "$DRIFT|$drift" },
        // Apostrophes.
        { "People's Bank", Word, null, "People’s Bank, People's Bank", "People’s Bank|People's Bank" },
        { "attaque", Word, null, "l'attaque, l’attaque", "attaque|attaque" },
        // Case.
        { "GOP", CaseSensitive, null, "GOP gop Gop ＧＯＰ", "GOP|ＧＯＰ" },
        { "straße", Word, null, "STRASSE Straße strasse", "STRASSE|Straße|strasse" },
        { "BtcTurk", Word, null, "BTCTURK btcturk", "BTCTURK|btcturk" },
        { "семён", Word, null, "Семен СЕМЁН", "Семен|СЕМЁН" },
        // Compatibility forms, marks, invisible characters.
        { "Bybit", Word, null, "Ｂｙｂｉｔ 𝐁𝐲𝐛𝐢𝐭 By\u200Bbit By\u00ADbit \u200FBybit\u200F", "Ｂｙｂｉｔ|𝐁𝐲𝐛𝐢𝐭|By\u200Bbit|By\u00ADbit|Bybit" },
        { "Bitfinex", Word, null, "Bitﬁnex", "Bitﬁnex" },
        { "Corée du Nord", Word, null, "Core\u0301e du Nord", "Core\u0301e du Nord" },
        { "Core\u0301e du Nord", Word, null, "Corée-du-Nord", "Corée-du-Nord" },
        { "Lazarus", Word, null, "Laza\uD800rus \uDC00Lazarus\uD800 Lazarus\uDC00", "Lazarus|Lazarus" },
        { "Trader Traitor", Word, null, "Trader\u200B Traitor\u200B x", "Trader\u200B Traitor" },
        // Inflection.
        { "северокорейский", Inflected, "ru", "северокорейскими хакерами, Северокорейская, северокорейск", "северокорейскими|Северокорейская" },
        { "Лазарус", Inflected, "ru", "группы Лазаруса, Лазарусом, Лазарусный", "Лазаруса|Лазарусом" },
        { "Северная Корея", Inflected, "ru", "в Северной Корее, Северную Корею, Северная Корея и Южная Корея", "Северной Корее|Северную Корею|Северная Корея" },
        { "взлом", Inflected, "ru", "взлома, взломе, взломщик", "взлома|взломе" },
        { "nordkoreanisch", Inflected, "de", "nordkoreanischen Hackern, nordkoreanische", "nordkoreanischen|nordkoreanische" },
        { "Hackerangriff", Inflected, "de", "des Hackerangriffs, Hackerangriffe", "Hackerangriffs|Hackerangriffe" },
        { "norcoreano", Inflected, "es", "hackers norcoreanos, norcoreana, norcoreanito", "norcoreanos|norcoreana" },
        { "nord-coréen", Inflected, "fr", "pirates nord-coréens, nord-coréenne", "nord-coréens|nord-coréenne" },
        { "hack", Inflected, "en", "hacks hacked hacking hackathon hacker", "hacks|hacked|hacking" },
        { "TraderTraitor", Inflected, "en", "Trader Traitors, TraderTraitor, trader-traitors, trader traitor", "Trader Traitors|TraderTraitor|trader-traitors" },
        { "Lazarus", Inflected | CaseSensitive, "ru", "Lazarusа lazarus LAZARUS", "Lazarusа" },
        // Korean: particles, not other nouns.
        { "라자루스", Word, null, "라자루스가 라자루스는 라자루스 라자루스에서는 라자루스들의", "라자루스|라자루스|라자루스|라자루스|라자루스" },
        { "북한", Word, null, "북한산 북한강 대북한 북한의 북한, 북한에서", "북한|북한|북한" },
        { "업비트", Word, null, "업비트에서 업비트코인", "업비트" },
        { "북한 해커", Word, null, "북한 해커들이 북한해커가", "북한 해커|북한해커" },
        { "해킹", Inflected, "ko", "해킹당한 해킹했다 해킹을 해킹방어", "해킹|해킹|해킹" },
        { "해킹", Substring, null, "가상화폐해킹사건", "해킹" },
        { "라자루스", Word, null, "\u1105\u1161\u110C\u1161\u1105\u116E\u1109\u1173\u1100\u1161", "\u1105\u1161\u110C\u1161\u1105\u116E\u1109\u1173" },
        // Where scripts meet is a boundary.
        { "Bybit", Word, null, "Bybit에서 Bybitが 遭Bybit攻击 바이비트Bybit", "Bybit|Bybit|Bybit|Bybit" },
        { "GMOコイン", Substring, null, "GMOコインが、ＧＭＯコイン、GMO コイン, AGMOコイン", "GMOコイン|ＧＭＯコイン|GMO コイン" },
        // Chinese, Japanese.
        { "朝鲜", Substring, null, "据称朝鲜黑客与北朝鲜", "朝鲜|朝鲜" },
        { "朝鲜", Word, null, "据称朝鲜黑客。朝鲜。", "朝鲜" },
        { "北朝鮮", Substring, null, "北朝鮮系ハッカー北\u200B朝鮮", "北朝鮮|北\u200B朝鮮" },
        { "ビットフライヤー", Substring, null, "ﾋﾞｯﾄﾌﾗｲﾔｰ", "ﾋﾞｯﾄﾌﾗｲﾔｰ" },
        { "ラザルス・グループ", Substring, null, "ラザルス・グループ ラザルスグループ", "ラザルス・グループ|ラザルスグループ" },
        { "𠮷野家", Substring, null, "は𠮷野家で", "𠮷野家" },
        // Arabic script.
        { "نوبیتکس", Word, null, "صرافی نوبیتکس هک شد", "نوبیتکس" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_alias_is_found_where_a_reader_sees_it(string alias, AliasForm form, string? language, string text, string expected)
    {
        List<AliasOccurrence> found = Scan(new AliasScannerBuilder().Add(alias, 7, form, language).Build(), text);

        Assert.Equal(expected, string.Join('|', found.Select(f => text.Substring(f.Start, f.Length))));
        Assert.All(found, f => Assert.Equal(7, f.Id));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_naive_scanner_agrees(string alias, AliasForm form, string? language, string text, string expected)
    {
        List<AliasOccurrence> found = new NaiveScanner().Add(alias, 7, form, language).Scan(text);

        Assert.Equal(expected, string.Join('|', found.Select(f => text.Substring(f.Start, f.Length))));
    }

    [Fact]
    public void Overlapping_aliases_are_all_reported_by_start_then_longer_then_id()
    {
        AliasScanner scanner = new AliasScannerBuilder()
            .Add("Korea", 5).Add("North Korea", 4).Add("North", 3).Add("north korea", 2).Add("North Korean", 1).Build();

        Assert.Equal(
            [new(2, 4, 11), new(4, 4, 11), new(3, 4, 5), new(5, 10, 5)],
            Scan(scanner, "The North Korea"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("—!", "no letter or digit")]
    [InlineData("\u200B", "no letter or digit")]
    [InlineData("a", "one letter")]
    public void What_cannot_be_looked_for_is_refused(string alias, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => new AliasScannerBuilder().Add(alias, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_single_character_without_boundaries_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AliasScannerBuilder().Add("北", 1, Substring));

    [Fact]
    public void An_inflected_alias_needs_a_language() =>
        Assert.Throws<ArgumentException>(() => new AliasScannerBuilder().Add("hack", 1, Inflected));

    [Fact]
    public void An_endless_alias_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AliasScannerBuilder().Add(new string('x', 300), 1));

    [Fact]
    public void A_builder_may_go_on_and_leaves_the_old_scanner_as_it_was()
    {
        AliasScannerBuilder builder = new AliasScannerBuilder().Add("Lazarus", 1);
        AliasScanner before = builder.Build();
        AliasScanner after = builder.Add("Group", 2).Add("Lazarus Group", 3).Build();

        Assert.Equal([new(1, 0, 7)], Scan(before, "Lazarus Group"));
        Assert.Equal([new(3, 0, 13), new(1, 0, 7), new(2, 8, 5)], Scan(after, "Lazarus Group"));
    }

    [Fact]
    public void The_empty_scanner_finds_nothing() => Assert.Empty(Scan(new AliasScannerBuilder().Build(), "Lazarus"));

    [Fact]
    public void Results_are_appended()
    {
        List<AliasOccurrence> results = [new(9, 0, 1)];
        new AliasScannerBuilder().Add("Lazarus", 1).Build().Scan("Lazarus", results);

        Assert.Equal([new(9, 0, 1), new(1, 0, 7)], results);
    }

    internal static List<AliasOccurrence> Scan(AliasScanner scanner, string text)
    {
        List<AliasOccurrence> results = [];
        scanner.Scan(text, results);
        return results;
    }
}
