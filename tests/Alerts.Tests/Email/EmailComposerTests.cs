using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email;
using Alerts.Tests.Deliveries;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Tests.Email;

public sealed class EmailComposerTests
{
    private readonly Mails mails = new();

    [Fact]
    public async Task An_alert_begins_its_subject_with_severity_victim_and_amount()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));

        Assert.StartsWith("Critical: Bybit · $1.46 billion · Lazarus Group — Bybit says hackers took", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_tells_facts_reasons_sources_and_times_in_both_parts()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));
        var words = Words(Parse(mail.Html).Body!.TextContent);
        string[] said =
        [
            "Critical", "New story", "Confirmed: 3 publishers", "Bybit says hackers took $1.46 billion from a cold wallet; the FBI names North Korea",
            "Lazarus Group", "Ethereum", "Bybit was robbed of $1.46 billion", "About 401,000 ETH were", "paragraph 3",
            "✓ actor(dprk)", "✓ by North Korea", "바이비트, 15억 달러 해킹 피해", "official · en", "and 14 more articles",
            "published 16:10 → seen 16:12 → sent 16:14 UTC, 21 Feb 2025", "amount 40 (over $100 million)",
            "You get this mail because you subscribed to: North-Korea-linked crypto theft.",
        ];

        Assert.All(said, phrase => Assert.Contains(phrase, words, StringComparison.OrdinalIgnoreCase));
        Assert.All(said, phrase => Assert.Contains(phrase, Words(mail.Text), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_alias_is_emphasised_inside_its_quote()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));

        Assert.Equal(["Bybit", "stolen", "TraderTraitor"], Parse(mail.Html).QuerySelectorAll(".quote strong").Select(alias => alias.TextContent));
        Assert.Contains("were *stolen* when", Words(mail.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_is_whole_and_the_texts_links_are_the_htmls()
    {
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));
        var links = Parse(mail.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToHashSet();

        Assert.All(links, link => Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _), link));
        Assert.Contains($"https://alerts.example.org/stories/{SampleAlerts.StoryId}", links);
        var inText = mail.Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("https://", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, inText.Count);
        Assert.All(inText, link => Assert.Contains(link, links));
    }

    [Fact]
    public async Task The_links_of_a_mail_carry_its_readers_tokens()
    {
        var reader = SampleAlerts.Reader() with { Generation = 4 };
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, reader));

        Assert.Equal(new TokenOutcome.Valid(reader.Id, 4), mails.Tokens.Verify(TokenPurpose.Unsubscribe, TokenIn(mail.Html, "unsubscribe")));
        Assert.Equal(new TokenOutcome.Valid(reader.Id, 4), mails.Tokens.Verify(TokenPurpose.Preferences, TokenIn(mail.Html, "preferences")));
        Assert.DoesNotContain("mark-", mail.Html + mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_an_operator_lists_what_happened_and_holds_no_token()
    {
        var notice = new MailNotice(
            "Alarm: The \r\nBcc: x@example.org Record silent", ["Found just now:"], [new MailFact("Silent", "The <b>Record</b>: nothing new\u202E for 4 days")], "/sources", "Each alarm is mailed once.");
        var item = SampleAlerts.Mail(DeliveryContent.Operator);
        var mail = await mails.ComposeAsync(item with { Delivery = item.Delivery with { Notice = notice } });
        var words = Words(Parse(mail.Html).Body!.TextContent);
        string[] said = ["Alarm: The Bcc: x@example.org Record silent", "Silent", "The <b>Record</b>: nothing new for 4 days", "Each alarm is mailed once.", "Alerts:Operator:Email of alerts.example.org names you as an operator"];

        Assert.Equal(said[0], mail.Subject);
        Assert.All(said, phrase => Assert.Contains(phrase, words, StringComparison.Ordinal));
        Assert.All(said, phrase => Assert.Contains(phrase, Words(mail.Text), StringComparison.Ordinal));
        Assert.Empty(mail.Tokens);
        Assert.DoesNotContain(mail.Headers, header => header.Name.StartsWith("List-", StringComparison.Ordinal));
        Assert.Equal(["https://alerts.example.org", "https://alerts.example.org/sources"], Parse(mail.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Readers_of_one_alert_share_a_body_but_never_a_token()
    {
        var items = Enumerable.Range(0, 50).Select(i => SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader($"r{i}@example.org"))).ToList();
        var composed = (await mails.Composer.ComposeAsync(items)).Cast<Composition.Composed>().Select(item => item.Email).ToList();

        Assert.Single(composed.Select(mail => mail.Body).Distinct<EmailBody>(ReferenceEqualityComparer.Instance));
        Assert.Equal(50, composed.Select(mail => TokenIn(mail.Html, "unsubscribe")).Distinct().Count());
        Assert.Equal(50, composed.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task An_update_of_an_own_topic_answers_its_own_first_alert()
    {
        var (owner, story) = (SampleAlerts.Reader(), SampleAlerts.Alert().Story);
        var (first, second) = (Own(1), Own(2));

        Assert.NotEqual(first.MessageId, second.MessageId);
        Assert.Equal(first.MessageId, second.InReplyTo);

        ComposedEmail Own(int sequence)
        {
            var alert = SampleAlerts.Alert() with { Id = Alert.IdOf(story.Id, sequence, owner.Id), Sequence = sequence, OwnerId = owner.Id };
            var item = SampleAlerts.Mail(DeliveryContent.Alert, owner, [alert]);
            return mails.ComposeAsync(item with { Delivery = item.Delivery with { Id = new DeliveryId(alert.Id, owner.Id) } }).Result;
        }
    }

    [Fact]
    public async Task All_that_one_reader_is_told_of_an_incident_stands_in_one_thread()
    {
        var theft = await ComposeAsync(1, incident: "bybit", SampleAlerts.Reader());
        var freeze = await ComposeAsync(2, incident: "bybit", SampleAlerts.Reader());
        var update = await ComposeAsync(2, incident: "bybit", SampleAlerts.Reader(), sequence: 2);

        Assert.Null(theft.InReplyTo);
        Assert.Equal(Assert.Single(theft.References), Assert.Single(freeze.References));
        Assert.Equal([theft.References[0], freeze.MessageId], update.References);
        Assert.Equal(freeze.MessageId, update.InReplyTo);
        Assert.NotEqual(theft.References, (await ComposeAsync(1, incident: "ronin", SampleAlerts.Reader())).References);
        Assert.NotEqual(theft.References, (await ComposeAsync(1, incident: "bybit", SampleAlerts.Reader("ben@example.org"))).References);
        Assert.Empty((await ComposeAsync(1, incident: null, SampleAlerts.Reader())).References);

        Task<ComposedEmail> ComposeAsync(int story, string? incident, Subscription reader, int sequence = 1)
        {
            var sample = SampleAlerts.Alert();
            var alert = sample with { Id = Alert.IdOf($"story-{story}", sequence), Sequence = sequence, Story = sample.Story with { Id = $"story-{story}", IncidentId = incident } };
            var item = SampleAlerts.Mail(DeliveryContent.Alert, reader, [alert]);
            return mails.ComposeAsync(item with { Delivery = item.Delivery with { Id = new DeliveryId(alert.Id, reader.Id) } });
        }
    }

    [Fact]
    public async Task An_update_says_what_changed_and_answers_the_first_alert()
    {
        var first = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert));
        var update = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Update()]));

        Assert.Equal(first.MessageId, update.InReplyTo);
        Assert.NotEqual(first.MessageId, update.MessageId);
        Assert.StartsWith("Update, critical: Bybit", update.Subject, StringComparison.Ordinal);
        Assert.Contains("Amount: $1.4 billion → $1.46 billion", Words(update.Text), StringComparison.Ordinal);
        Assert.Contains("Amount: $1.4 billion → $1.46 billion", Words(Parse(update.Html).Body!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_puts_the_worst_first_and_dates_itself_where_the_reader_lives()
    {
        var low = SampleAlerts.Alert() with { Story = SampleAlerts.Story() with { Id = "low", Title = "A small thing", Severity = Core.Stories.Severity.Low } };
        var reader = SampleAlerts.Reader() with { Cadence = Cadence.Daily, TimeZone = "Asia/Seoul" };
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Digest, reader, [low, SampleAlerts.Alert()]));

        Assert.StartsWith("Daily digest: 2 stories, 1 critical — Bybit", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(["Bybit says hackers took $1.46 billion from a cold wallet; the FBI names North Korea", "A small thing"],
            Parse(mail.Html).QuerySelectorAll("h2").Select(heading => heading.TextContent.Trim()));
        Assert.Contains("Saturday, 22 February 2025", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_asks_and_repeats_no_strangers_words()
    {
        var pending = SampleAlerts.Reader() with { WatchWords = ["buy pills at spam.example"], Topics = ["dprk-crypto", "visit spam.example now"] };
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Confirmation, pending));

        Assert.IsType<TokenOutcome.Valid>(mails.Tokens.Verify(TokenPurpose.Confirm, TokenIn(mail.Html, "confirm")));
        Assert.DoesNotContain("spam.example", mail.Html + mail.Text + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Headers, header => header.Name.StartsWith("List-", StringComparison.Ordinal));
        Assert.DoesNotContain("unsubscribe", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_notice_goes_to_the_owner_of_a_webhook_and_hides_its_secret_path()
    {
        var endpoint = SampleAlerts.Endpoint("https://hooks.example.net/in/secret");
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Notice, endpoint, notice: "It answered 410."));

        Assert.Equal("owner@example.org", mail.To);
        Assert.Equal("Your webhook was disabled", mail.Subject);
        Assert.Contains("It answered 410.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", mail.Html + mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b")]
    [InlineData("a@example.org\r\nBcc: eve@example.org")]
    [InlineData("ana@example.org, eve@example.org")]
    public async Task Nothing_is_composed_for_what_is_no_address(string address) =>
        Assert.IsType<Composition.Impossible>((await mails.Composer.ComposeAsync([SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader() with { Channel = new Channel(ChannelKind.Email, address) })])).Single());

    [Theory]
    [InlineData("Ana.B@EXAMPLE.org", "Ana.B@example.org")]
    [InlineData("ana@bücher.example", "ana@xn--bcher-kva.example")]
    public async Task The_address_keeps_its_local_part_and_gets_an_ascii_domain(string entered, string to) =>
        Assert.Equal(to, (await mails.ComposeAsync(SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader(entered)))).To);

    [Fact]
    public async Task Markup_in_an_article_stays_text()
    {
        const string Attack = "<script>alert(1)</script><img src=x onerror=alert(1)>{{unsubscribe}}@(1+1)";
        var story = SampleAlerts.Story() with { Title = Attack };
        var hit = SampleAlerts.Hit() with { Publisher = Attack, Url = "javascript:alert(1)" };
        var article = SampleAlerts.Story().Articles[0] with { Title = Attack, Url = "javascript:alert(1)" };
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(
            DeliveryContent.Alert, alerts: [SampleAlerts.Alert() with { Story = story with { Articles = [article] }, Hits = [hit] }]));
        var document = Parse(mail.Html);

        Assert.Empty(document.QuerySelectorAll("script, img"));
        Assert.Equal(Attack, document.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(document.QuerySelectorAll("a"), link => !link.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal));
        Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    public static TheoryData<DeliveryContent> Large => [DeliveryContent.Alert, DeliveryContent.Digest, DeliveryContent.Notice];

    [Theory]
    [MemberData(nameof(Large))]
    public async Task No_mail_is_larger_than_100_kB_whatever_the_texts(DeliveryContent content)
    {
        IReadOnlyList<Alert> alerts = content switch
        {
            DeliveryContent.Alert => [SampleAlerts.Monster()],
            DeliveryContent.Digest => [.. Enumerable.Range(0, 100).Select(SampleAlerts.Monster)],
            _ => [],
        };
        var notice = string.Concat(Enumerable.Repeat("<한\n", 20_000));
        var mail = await mails.ComposeAsync(SampleAlerts.Mail(content, alerts: alerts, notice: notice));
        using var stream = new MemoryStream();
        using var message = mails.Mime.Of(mail);
        message.WriteTo(stream, TestContext.Current.CancellationToken);

        Assert.InRange(stream.Length, 1, 100_000);
        Assert.Contains("unsubscribe?token=", mail.Html, StringComparison.Ordinal);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>White space is the clients' business: text parts wrap, HTML parts indent.</summary>
    private static string Words(string text) => string.Join(' ', text.Replace("  > ", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string TokenIn(string html, string path) =>
        new Uri(Parse(html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).First(link => link.Contains($"/{path}?token=", StringComparison.Ordinal))).Query["?token=".Length..];
}
