using Alerts.Core.Knowledge;

namespace Alerts.Tests.Knowledge;

public sealed class KnowledgeBaseTests
{
    private static readonly KnowledgeBase s_knowledge = KnowledgeBase.BuiltIn;

    [Fact]
    public void The_products_own_files_have_no_issue() => Assert.Empty(KnowledgeBase.Load([]).Issues.Select(issue => issue.ToString()));

    [Theory]
    [InlineData("Citrine Sleet", "applejeus-group")]
    [InlineData("trader traitor", "tradertraitor")]
    [InlineData("APT-38", "apt38")]
    [InlineData("라자루스", "lazarus-group")]
    [InlineData("DMMビットコイン", "dmm-bitcoin")]
    [InlineData("Mt Gox", "mt-gox")]
    [InlineData("Gonjeshke Darande", "predatory-sparrow")]
    [InlineData("Пак Чин Хек", "park-jin-hyok")]
    [InlineData("ПАК ЧИН ХЁК", "park-jin-hyok")]
    [InlineData("BİTFİNEX", "bitfinex")]
    [InlineData("ＵＰ\u200Bbit", "upbit")]
    public void A_name_leads_to_its_concept(string name, string id) => Assert.Equal(id, s_knowledge.FindByName(name)?.Id);

    [Theory]
    [InlineData("andariel", "lazarus", true)]
    [InlineData("kimsuky", "lazarus", false)]
    [InlineData("kimsuky", "north-korea", true)]
    [InlineData("higaisa", "north-korea", false)]
    [InlineData("bluehornet", "north-korea", false)]
    [InlineData("sharpshooter", "north-korea", false)]
    public void Groups_stay_themselves_under_their_umbrella(string id, string umbrella, bool under)
    {
        var concept = s_knowledge.Find(id)!;
        Assert.Equal(under, s_knowledge.IsUnder(concept, umbrella));
        Assert.NotEqual("lazarus-group", concept.Id);
    }

    [Fact]
    public void The_two_Upbit_thefts_on_the_same_day_of_the_year_are_two_incidents() =>
        Assert.Equal(["2019-11-27", "2025-11-27"], s_knowledge.Incidents.Where(incident => incident.Victims.Contains("upbit")).Select(incident => incident.Date).Order());

    [Fact]
    public void Attributions_that_contradict_each_other_stand_side_by_side()
    {
        var incident = s_knowledge.Incidents.Single(incident => incident.Id == "uwu-lend-2024-06");
        Assert.Equal(["official", "other"], incident.Attribution.Select(claim => claim.Status));
    }

    [Fact]
    public void At_least_54_thefts_and_230_victims_are_known()
    {
        Assert.True(s_knowledge.Incidents.Count >= 54);
        Assert.True(s_knowledge.Concepts.Count(concept => concept.Kind == Kinds.Victim) >= 230);
    }

    [Fact]
    public void A_concept_is_described_with_aliases_sources_and_thefts()
    {
        var described = ConceptDescription.Of(s_knowledge, "Jade Sleet")!.ToString();
        Assert.Contains("TraderTraitor", described, StringComparison.Ordinal);
        Assert.Contains("Slow Pisces", described, StringComparison.Ordinal);
        Assert.Contains("under: Lazarus umbrella > Reconnaissance General Bureau > North Korea", described, StringComparison.Ordinal);
        Assert.Contains("theft 2025-02-21 Bybit", described, StringComparison.Ordinal);
        Assert.Null(ConceptDescription.Of(s_knowledge, "Nobody in particular"));
    }

    public static TheoryData<string, string, bool> Spellings { get; } = new()
    {
        { "Семён", "семен", true },
        { "Straße", "STRASSE", true },
        { "Κόσμος", "ΚΌΣΜΟΣ", true },
        { "数字货币", "數字貨幣", true },
        { "ガザ", "ｶﾞｻﾞ", true },
        { "APT-38", "Apt 38", true },
        { "Rock’n’Roll", "RocknRoll", true },
        { "XT.com", "XTcom", false },
        { "XT.com", "ＸＴ．ＣＯＭ", true },
        // They differ in a vowel sign only.
        { "बिटकि", "बिटकु", false },
        { "Corée", "Core\u0301e", true },
        { "Corée", "Coree", false },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Names_are_the_same_that_the_scanner_finds_alike(string one, string other, bool same)
    {
        var load = KnowledgeBase.Only(new KnowledgeText("mine.json", $$"""
            { "format": 1, "concepts": [
              { "id": "a", "kind": "victim", "name": "Acme", "aliases": [ { "texts": ["{{one}}"] } ] },
              { "id": "b", "kind": "victim", "name": "Beta", "aliases": [ { "texts": ["{{other}}"] } ] } ] }
            """));
        Assert.Equal(same ? ["already names"] : [], load.Issues.Select(issue => issue.Message.Contains("already names", StringComparison.Ordinal) ? "already names" : issue.Message));
        Assert.Equal(same ? "a" : "b", load.Knowledge.FindByName(other)?.Id);
    }

    [Fact]
    public void A_users_file_adds_an_alias_to_a_known_concept()
    {
        var load = KnowledgeBase.Load([new("mine.json", """{ "format": 1, "concepts": [ { "id": "bybit", "aliases": [ { "texts": ["The B exchange"] } ] } ] }""")]);
        Assert.Empty(load.Issues);
        Assert.Equal("bybit", load.Knowledge.FindByName("the b exchange")?.Id);
    }

    [Theory]
    [InlineData("""{ "format": 1, "concepts": [ { "id": "bybit", "aliases": [ { "texts": ["The B exchange"] } ] } ] }""", "mine.json")]
    [InlineData("""{ "format": 1, "concepts": [ { "id": "bybit", "aliases": [ { "texts": ["The B exchange"] } ] } ], "source": "our desk" }""", "our desk")]
    [InlineData("""{ "format": 1, "source": "our desk", "concepts": [ { "id": "bybit", "aliases": [ { "texts": ["The B exchange"] } ], "source": "Ann" } ] }""", "Ann")]
    [InlineData("""{ "format": 1, "source": "our desk", "concepts": [ { "id": "bybit", "source": "Ann", "aliases": [ { "source": "FBI", "texts": ["The B exchange"] } ] } ] }""", "FBI")]
    public void An_alias_has_the_source_that_is_stated_nearest_to_it(string json, string source) =>
        Assert.Equal(source, KnowledgeBase.Load([new("mine.json", json)]).Knowledge.Find("bybit")!.Aliases.Single(alias => alias.Text == "The B exchange").Source);

    [Fact]
    public void Every_name_has_a_source_and_what_nobody_has_verified_is_shown_as_such()
    {
        Assert.All(s_knowledge.Concepts.SelectMany(concept => concept.Aliases), alias => Assert.False(string.IsNullOrWhiteSpace(alias.Source), alias.Text));
        Assert.All(s_knowledge.Concepts.Where(concept => concept.Attack is not null), group => Assert.Contains(group.Aliases, alias => alias.IsVerified));
        Assert.Contains("general knowledge, unverified", ConceptDescription.Of(s_knowledge, "Binance")!.ToString(), StringComparison.Ordinal);
        Assert.Contains("[ccxt]", ConceptDescription.Of(s_knowledge, "Binance")!.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> Mistakes { get; } = new()
    {
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\",\n \"aliases\": [ { \"texts\": [\"  \"] } ] } ] }", 2, "is empty" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "aliases": [ { "texts": ["the"] } ] } ] }""", 1, "would match nearly everything" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "aliases": [ { "texts": ["x"] } ] } ] }""", 1, "would match nearly everything" },
        { $"{{ \"format\": 1, \"concepts\": [ {{ \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\", \"aliases\": [\n {{ \"texts\": [\"{new string('盗', 65)}\"] }} ] }} ] }}", 2, "has more than 64 words" },
        { $"{{ \"format\": 1, \"concepts\": [ {{ \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\", \"aliases\": [\n {{ \"texts\": [\"{new string('ﬃ', 90)}\"] }} ] }} ] }}", 2, "has more than 256 letters" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"theft\", \"name\": \"A\", \"aliases\": [\n { \"language\": \"zh\", \"onlyInLanguage\": true, \"texts\": [\"盗。\"] } ] } ] }", 2, "it is one letter" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"theft\", \"name\": \"A\", \"aliases\": [\n { \"language\": \"vi\", \"onlyInLanguage\": true, \"texts\": [\"ạ\"] } ] } ] }", 2, "it is one letter" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"theft\", \"name\": \"A\", \"aliases\": [\n { \"inflected\": true, \"texts\": [\"theft\"] } ] } ] }", 2, "needs a \"language\"" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "umbrella": "nobody" } ] }""", 1, "unknown umbrella \"nobody\"" },
        { "{ \"format\": 1, \"concepts\": [\n { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\", \"umbrella\": \"a\" } ] }", 2, "its own umbrella" },
        { "{ \"format\": 1, \"concepts\": [\n\n { \"id\": \"a\", \"kind\": \"spaceship\", \"name\": \"A\" } ] }", 3, "unknown kind" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "colour": "red" } ] }""", 1, "no property \"colour\"" },
        { "{ \"format\": 1,\n \"concepts\": [ { \"id\": ", 2, "not valid JSON" },
        { """{ "format": 2, "concepts": [] }""", 1, "\"format\" must be 1" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "aliases": [ { "texts": ["hack{ed"] } ] } ] }""", 1, "a brace is not closed" },
        {
            "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\", \"aliases\": [ { \"texts\": [\"Acme Coin\"] } ] },\n" +
            " { \"id\": \"b\", \"kind\": \"victim\", \"name\": \"B\", \"aliases\": [\n { \"texts\": [\"ACME-coin\"] } ] } ] }",
            3, "already names \"a\""
        },
        { """{ "format": 1.9 }""", 1, "\"format\" must be 1" },
        { """{ "format": 1e20 }""", 1, "\"format\" must be 1" },
        { """{ "format": 1e400 }""", 1, "must be a number" },
        { "{ \"format\": 1, \"contexts\": {\n \"victims\": [\"crypto\"] } }", 2, "\"victims\" is none" },
        { "{ \"format\": 1, \"contexts\": {\n \"beside-victims\": [\"crypto\"] } }", 2, "\"beside-victims\" is none" },
        { "{ \"format\": 1, \"contexts\": { \"victim\": [\"crypto\",\n \"venues\"] } }", 2, "the context of \"victim\" names \"venues\"" },
        { """{ "format": 1, "concepts": [ { "id": "a", "kind": "victim", "name": "A", "aliases": [ { "texts": ["Acme", "Acme"] } ] } ] }""", 1, "alias \"Acme\" of \"a\" is already at mine.json:1" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\", \"aliases\": [ { \"texts\": [\"Acme{,s}\"] },\n { \"needsContext\": true, \"texts\": [\"Acmes\"] } ] } ] }", 2, "is already at mine.json:1 with other traits" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\" },\n { \"id\": \"a\", \"name\": \"B\" } ] }", 2, "its \"name\" can be set only there" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\" },\n { \"id\": \"a\", \"umbrella\": \"a\" } ] }", 2, "its \"umbrella\" can be set only there" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\" },\n { \"id\": \"a\", \"attack\": \"G1\" } ] }", 2, "its \"attack\" can be set only there" },
        { "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"victim\", \"name\": \"A\" },\n { \"id\": \"a\", \"note\": \"B\" } ] }", 2, "its \"note\" can be set only there" },
        {
            "{ \"format\": 1, \"concepts\": [ { \"id\": \"a\", \"kind\": \"person\", \"name\": \"A\" } ], \"cases\": [\n" +
            " { \"id\": \"c\", \"date\": \"2025-06-30\", \"accused\": [\"a\"] },\n { \"id\": \"c\", \"date\": \"2025-06-30\", \"accused\": [\"a\"] } ] }",
            3, "case \"c\" is already at mine.json:2"
        },
        { "{ \"format\": 1, \"cases\": [ { \"id\": \"c\", \"accused\": [\"a\"],\n \"date\": \"2025-06\" } ] }", 2, "must be a day" },
        { """{ "format": 1, "incidents": [ { "id": "i", "name": "I", "date": "2025", "victims": ["ghost"] } ] }""", 1, "unknown concept \"ghost\"" },
        { "{ \"format\": 1, \"incidents\": [ { \"id\": \"i\", \"name\": \"I\",\n \"date\": \"Feb 2025\" } ] }", 2, "must be a day, month or year" },
        { "{ \"format\": 1, \"incidents\": [ { \"id\": \"i\", \"name\": \"I\",\n \"date\": \"2025-02-30\" } ] }", 2, "must be a day, month or year" },
        { "{ \"format\": 1,\n \"source\": \"\\ud800\" }", 2, "half a character" },
        { "{ \"format\": 1,\n \"so\\udc00urce\": \"x\" }", 2, "half a character" },
        { "{ \"format\": 1, \"endings\": {\n \"mine\": [\"s\"],\n \"mine\": [\"es\"] } }", 3, "endings \"mine\" are already at mine.json:2" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_file_and_line(string json, int line, string message)
    {
        var issues = KnowledgeBase.Only(new KnowledgeText("mine.json", json)).Issues;
        Assert.Contains(issues, issue => issue.Position == new KnowledgePosition("mine.json", line) && issue.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_those_of_a_circle_are_to_blame_for_it()
    {
        var load = KnowledgeBase.Only(new KnowledgeText("mine.json", """
            { "format": 1, "concepts": [
              { "id": "a", "kind": "actor", "name": "A", "umbrella": "b" },
              { "id": "b", "kind": "actor", "name": "B", "umbrella": "c" },
              { "id": "c", "kind": "actor", "name": "C", "umbrella": "b" } ] }
            """));
        Assert.Equal(["mine.json:3: \"b\" is its own umbrella"], load.Issues.Select(issue => issue.ToString()));
        Assert.True(load.Knowledge.IsUnder(load.Knowledge.Find("a")!, "b"));
        Assert.True(load.Knowledge.IsUnder(load.Knowledge.Find("c")!, "b"));
    }

    [Fact]
    public void A_context_may_speak_of_what_another_file_defines()
    {
        var load = KnowledgeBase.Load([new("mine.json", """{ "format": 1, "contexts": { "bybit": ["theft", "robbed"], "beside-venue": ["hacker"] } }""")]);
        Assert.Empty(load.Issues);
        Assert.Equal(["robbed", "theft"], load.Knowledge.Contexts["bybit"].Order());
    }

    [Fact]
    public void A_context_of_another_file_is_added_to()
    {
        var load = KnowledgeBase.Load([new("mine.json", """{ "format": 1, "contexts": { "field": ["theft"] } }""")]);
        Assert.Empty(load.Issues);
        Assert.Equal(s_knowledge.Contexts["field"].Append("theft").Distinct().Order(), load.Knowledge.Contexts["field"].Order());
    }

    [Fact]
    public void Incidents_and_cases_name_only_what_is_known()
    {
        var knowledge = KnowledgeBase.Only(new KnowledgeText("mine.json", """
            { "format": 1, "concepts": [ { "id": "a", "kind": "person", "name": "A" } ],
              "incidents": [ { "id": "i", "name": "I", "date": "2025-02", "victims": ["ghost", "a"], "attribution": [ { "status": "official", "actors": ["ghost"] } ] } ],
              "cases": [ { "id": "c", "date": "2025-06-30", "accused": ["ghost", "a"] } ] }
            """)).Knowledge;
        Assert.Equal(["a"], knowledge.Incidents[0].Victims);
        Assert.Empty(knowledge.Incidents[0].Attribution[0].Actors);
        Assert.Equal(["a"], knowledge.Cases[0].Accused);
    }
}
