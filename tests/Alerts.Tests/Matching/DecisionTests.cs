using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;
using CsCheck;

namespace Alerts.Tests.Matching;

public sealed class DecisionTests
{
    [Fact]
    public void The_summary_tells_who_and_what_and_where()
    {
        var match = Reading.Of("Pyongyang funds arms with theft", "Diplomats met.\nHackers of the regime stole $1.5bn in ether from an exchange.").Matched.First();
        Assert.Equal("dprk-crypto", match.TopicId);
        Assert.Contains("North Korea (\"Pyongyang\", title)", match.Explanation.Summary, StringComparison.Ordinal);
        Assert.Contains("paragraph 2", match.Explanation.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("atleast(2, concept:bybit, concept:coincheck) or concept:binance")]
    [InlineData("all(concept:bybit, concept:coincheck) or concept:binance")]
    [InlineData("times(3, concept:bybit) or concept:binance")]
    [InlineData("different(3, concept:bybit, concept:upbit) or concept:binance")]
    [InlineData("sentences(2, concept:bybit, concept:upbit) or concept:binance")]
    [InlineData("atleast(2, times(3, concept:bybit), concept:binance, not concept:coincheck)")]
    public void What_did_not_hold_is_no_evidence(string expression)
    {
        var article = Reading.Article("Bybit and Upbit open an office", string.Concat(Enumerable.Repeat("The town has a new street. ", 40)) + "Binance is near.");
        Assert.Equal("Binance (\"Binance\", paragraph 1)", Reading.Only(expression).Read(article).Matched.Single().Explanation.Summary);
        Assert.Empty(Reading.Only($"require {expression}\ngate subject not passing").Read(article).Matched);
    }

    [Fact]
    public void The_score_is_the_sum_of_its_parts()
    {
        foreach (var match in Reading.Of("Bybit hacked by Lazarus, $1.5B stolen", "The crypto exchange said North Korea's Lazarus Group drained a cold wallet.").Matches)
            Assert.Equal(match.Score, match.Explanation.Score.Sum(part => part.Points));
    }

    [Fact]
    public void What_is_weighed_is_one_part_of_the_score_that_names_the_weightiest_signs()
    {
        var topic = Reading.Only(
            """
            require concept:bybit
            score 10 "a theft" kind:theft
            weigh -5 "how it is told"
              2 concept:bybit
              9 title(kind:theft)
              -3 "vault door"
              7 title(concept:upbit)
              1 kind:amount
              4 lead(under:lazarus)
              1 kind:theft
            threshold 10
            """);
        var match = topic.Read(Reading.Article("Bybit robbed of $3 million", "Lazarus came in by the vault door.")).Matched.Single();
        Assert.Equal(
            [
                new("a theft", 10, "kind:theft"),
                new(
                    "how it is told, from -5: theft or hacking in the headline +9, Lazarus umbrella or one of its groups in the headline or the first lines +4, the words “vault door” -3, Bybit +2, and 2 more",
                    9,
                    "weigh -5 \"how it is told\" title(kind:theft) +9, lead(under:lazarus) +4, \"vault door\" -3, concept:bybit +2, and 2 more"),
            ],
            match.Explanation.Score);
        Assert.Equal(19, match.Score);
        var shown = Assert.Single(match.Explanation.Clauses, clause => clause.Clause == match.Explanation.Score[1].Reason);
        Assert.Equal(["Bybit", "robbed", "Lazarus", "vault door"], shown.Mentions.Select(mention => mention.Alias));
    }

    [Theory]
    [InlineData("One year after the Bybit hack", "The exchange lost 1.5 billion dollars in ether.", NewsKind.Retrospective)]
    [InlineData("Cetus exploit costs Sui's largest exchange $223m", "The attacker drained the pools of Cetus on Thursday.", NewsKind.NewEvent)]
    [InlineData("Bybit robbed of ether in the biggest heist in history", "The crypto exchange lost $1.5 billion.", NewsKind.NewEvent)]
    [InlineData("Le plus gros vol de l'histoire frappe Bybit", "La plateforme crypto a perdu 1,5 milliard de dollars.", NewsKind.NewEvent)]
    [InlineData("역대 최대 규모 해킹, 바이비트 2조원 탈취", "거래소는 이더리움을 잃었다.", NewsKind.NewEvent)]
    [InlineData("The largest crypto hacks", "Ronin and Poly Network lost most; Bybit came later.", NewsKind.Retrospective)]
    [InlineData("The largest crypto hacks", "Ronin, Poly Network, Coincheck, Mt. Gox and Bybit lost most.", NewsKind.RoundUp)]
    [InlineData("Which exchanges were hacked, and which kept coins safe", "Mt. Gox lost 850,000 bitcoin, Coincheck lost NEM, Bitfinex was robbed twice; KuCoin made its users whole.", NewsKind.RoundUp)]
    [InlineData("Crypto exchange drained by hackers", "KuCoin lost its hot wallets; Binance and OKX froze what reached them.", NewsKind.NewEvent)]
    [InlineData("Bybit hacked", "The exchange lost 1.5 billion dollars in ether.", NewsKind.NewEvent)]
    [InlineData("Two charged over the Bitfinex hack", "Prosecutors say they laundered stolen bitcoin.", NewsKind.CourtStep)]
    [InlineData("Bybit offers bounty for stolen ether", "The exchange was hacked on Friday.", NewsKind.FollowUp)]
    [InlineData("Exchanges hold cyber drill with the police", "Teams simulated a hack of a crypto exchange.", NewsKind.Drill)]
    [InlineData("Upbit launches staking", "The crypto exchange adds a product.", NewsKind.Product)]
    public void The_kind_of_news_is_told(string title, string text, NewsKind kind)
    {
        var matcher = Reading.Only("kind:crypto or kind:venue or kind:victim");
        Assert.Equal(kind, matcher.Read(Reading.Article(title, text)).Matched.Single().Kind);
    }

    [Theory]
    [InlineData("under:north-korea", "North Korea or a group tied to it")]
    [InlineData("under:lazarus", "Lazarus umbrella or one of its groups")]
    [InlineData("under:bybit", "Bybit")]
    [InlineData("concept:bybit and (kind:theft or \"drained\")", "Bybit and (theft or hacking or the words “drained”)")]
    [InlineData("sentence(concept:bybit, kind:theft)", "Bybit and theft or hacking in one sentence")]
    [InlineData("title(concept:bybit or concept:upbit)", "(Bybit or Upbit) in the headline")]
    [InlineData("near(3, concept:bybit, kind:theft)", "Bybit within 3 words of theft or hacking")]
    [InlineData("times(2, concept:bybit)", "at least 2 mentions of Bybit")]
    [InlineData("concept:bybit and none(concept:upbit)", "Bybit and nothing of Upbit")]
    [InlineData("require \"my exchange\" concept:bybit or concept:upbit", "my exchange")]
    public void A_clause_is_told_in_plain_words_and_kept_as_written(string text, string words)
    {
        var clause = Reading.Only(text).Read(Reading.Article("Bybit drained: Bybit hacked by Lazarus Group")).Matched.Single().Explanation.Clauses[0];
        Assert.Equal(words, clause.Words);
        Assert.EndsWith(clause.Clause, text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_clause_of_the_products_topics_reaches_a_reader_as_an_expression()
    {
        foreach (var match in Reading.Of("Bybit hacked by Lazarus, $1.5B stolen", "The crypto exchange said North Korea's Lazarus Group drained a cold wallet.").Matched)
        {
            Assert.All(match.Explanation.Clauses, clause => Assert.DoesNotMatch("[a-z]+:[a-z]|[a-z]\\(", clause.Shown));
            Assert.All(match.Explanation.Gates, gate => Assert.NotEqual(gate.Finding, GateWords.Of(gate)));
        }
    }

    [Fact]
    public void An_attack_on_North_Korea_is_no_theft_by_it()
    {
        var reading = Reading.Of("Hackers took down North Korea's internet, steal crypto wallet of state bank", "The attack on North Korea lasted a day.");
        Assert.DoesNotContain("dprk-crypto", reading.Topics());
    }

    [Fact]
    public void A_drill_is_no_theft() =>
        Assert.Empty(Reading.Of("Crypto exchanges hold drill", "In the exercise, simulated attackers from North Korea stole bitcoin from a hot wallet.").Topics());

    [Fact]
    public void Ten_megabytes_and_broken_characters_are_read()
    {
        var text = string.Concat(Enumerable.Repeat("Bybit lost ether to \uD800 Laz\u200Barus \u202Egroup. " + new string('x', 900) + " y. ", 10_500));
        Assert.Contains(Reading.Of("Bybit hacked \uDC00", text).Topics(), topic => topic == "exchange-hack");
    }

    [Theory]
    [InlineData("协议损失")]
    [InlineData("Gate Gemini ")]
    [InlineData("exchange lost ")]
    [InlineData("$1m ")]
    [InlineData("OlympusDAO ")]
    public void A_text_of_names_alone_is_read_to_its_end(string unit)
    {
        // With the square of its mentions this would take many minutes.
        var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length));
        Assert.True(Reading.Of("Names", text).Mentions.Count <= text.Length);
    }

    [Fact]
    public void Any_text_is_decided_with_offsets_inside_it() => Gen.String[Gen.OneOf(Gen.Char, Gen.Char["abkrtLHz. $1北朝鮮해킹\n\uD83D\u200D"]), 0, 400].Sample(text =>
    {
        var reading = Reading.Of("Bybit hack", text);
        foreach (var mention in reading.Mentions)
        {
            var field = mention.Field == ArticleField.Title ? "Bybit hack" : text;
            Assert.Equal(mention.Alias, field.Substring(mention.Start, mention.Length));
            Assert.True(mention.Before.Length <= Mention.QuoteMargin && mention.After.Length <= Mention.QuoteMargin);
        }
    }, iter: 300);

    [Fact]
    public void Other_peoples_topics_change_nothing_in_a_decision()
    {
        Topic[] builtIn = [.. BuiltInTopics.All(KnowledgeBase.BuiltIn)];
        var crowded = ArticleMatcher.Create(KnowledgeBase.BuiltIn, [.. builtIn, .. Enumerable.Range(0, 200).Select(number => Reading.Topic($"\"acme {number}\" and kind:theft", $"t{number}"))]);
        var article = Reading.Article("Bybit hacked by North Korea", "Acme 7 says ether was stolen.");
        var alone = Reading.Matcher.Read(article).Matched.Select(match => (match.TopicId, match.Score, match.Explanation.Summary));
        var together = crowded.Read(article).Matched.ToList();
        Assert.Equal(alone, together.Where(match => match.TopicId[0] != 't').Select(match => (match.TopicId, match.Score, match.Explanation.Summary)));
        Assert.Equal(["t7"], together.Where(match => match.TopicId[0] == 't').Select(match => match.TopicId));
    }

    [Theory]
    [InlineData("tiền tệ", "Ngân hàng in tiền tệ mới", true)]
    [InlineData("tiền tệ", "tiền tệx", false)]
    [InlineData("업비트", "옛업비트", true)]
    public void A_topics_word_has_boundaries_where_its_script_has_some(string word, string text, bool isFound) =>
        Assert.Equal(isFound, Reading.Only($"\"{word}\"").Read(Reading.Article("", text)).Mentions.Any(mention => mention.Provenance == "topic"));

    [Fact]
    public void Mentions_are_described_once_and_not_before_somebody_asks()
    {
        var reading = Reading.Of("Markets close higher", string.Concat(Enumerable.Repeat("Upbit rose, says Chainalysis. ", 200)));
        Assert.Empty(reading.Matched);

        var first = AllocatedBy(() => Assert.Equal("Upbit", reading.Mentions[1].Name));
        var second = AllocatedBy(() => Assert.Equal("Upbit", reading.Mentions[1].Name));

        Assert.True(first > reading.Mentions.Count * 100 && second < reading.Mentions.Count * 10, $"{first} and {second} bytes for {reading.Mentions.Count} mentions");
        Assert.Equal(reading.Mentions.Count, reading.Mentions.Distinct().Count());

        static long AllocatedBy(Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task New_topics_are_used_from_the_next_article_on()
    {
        var matcher = ArticleMatcher.BuiltIn();
        var article = Reading.Article("Zugspitz Custody drained", "Coins left the wallets.");
        Assert.DoesNotContain(matcher.Read(article).Mentions, mention => mention.Provenance == "topic");
        await matcher.UseAsync(KnowledgeBase.BuiltIn, [Reading.Topic("\"Zugspitz Custody\"")]);
        Assert.Equal("word:Zugspitz Custody", matcher.Read(article).Mentions.Single(mention => mention.Provenance == "topic").Concept);
    }
}
