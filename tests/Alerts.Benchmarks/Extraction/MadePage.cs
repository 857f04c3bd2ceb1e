using System.Text;

namespace Alerts.Benchmarks.Extraction;

/// <summary>A news site's page as they are: some 150 kB, of which the article is a fiftieth; the rest is scripts, menus, teasers and a footer.</summary>
internal static class MadePage
{
    private static readonly string[] Words =
        "exchange bridge wallet attacker drained funds protocol investigators traced stolen assets mixer custody keys signer report users withdrawals paused audit recovery network validator team statement hours million".Split(' ');

    public static byte[] Of(int seed)
    {
        var dice = new Random(seed);
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>").Append(Sentence(dice, 9)).Append(" | News</title>");
        html.Append("<meta property=\"og:title\" content=\"").Append(Sentence(dice, 9)).Append("\"><meta property=\"article:published_time\" content=\"2026-11-23T10:00:00Z\"><link rel=\"canonical\" href=\"https://news.example/2026/11/bridge-drained\">");
        html.Append("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"").Append(Sentence(dice, 9)).Append("\",\"datePublished\":\"2026-11-23T10:00:00Z\"}</script>");
        html.Append("<style>").Append(string.Concat(Enumerable.Range(0, 400).Select(i => $".c{i}>a:hover{{color:#{i:x3};margin:0 {i}px}}"))).Append("</style>");
        html.Append("<script>window.__state={").Append(string.Join(',', Enumerable.Range(0, 1_500).Select(i => $"\"k{i}\":\"{Sentence(dice, 4)}\""))).Append("}</script></head><body>");
        html.Append("<header><nav><ul>").Append(Links(dice, 60)).Append("</ul></nav></header><main><article class=\"post\"><h1>").Append(Sentence(dice, 9)).Append("</h1><p class=\"byline\">By ").Append(Sentence(dice, 2)).Append("</p>");
        for (var i = 0; i < 14; i++)
        {
            html.Append("<p>").Append(Sentence(dice, 55)).Append(", <a href=\"/tag/").Append(i).Append("\">").Append(Sentence(dice, 2)).Append("</a>, and <strong>").Append(Sentence(dice, 3)).Append("</strong>.</p>");
            html.Append(i % 5 == 2 ? $"<figure><img src=\"/img/{i}.jpg\" alt=\"\"><figcaption>{Sentence(dice, 12)}</figcaption></figure><div class=\"advertisement\"><script>ad({i})</script></div>" : "");
        }

        html.Append("</article><aside class=\"related\">").Append(Teasers(dice, 12)).Append("</aside></main><div class=\"more\">").Append(Teasers(dice, 60)).Append("</div><footer><div>");
        return Encoding.UTF8.GetBytes(html.Append(Links(dice, 120)).Append("</div><p>© 2026 News. All rights reserved.</p></footer></body></html>").ToString());
    }

    private static string Links(Random dice, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"<li class=\"item item-{i}\"><a class=\"link\" href=\"/section/{i}\">{Sentence(dice, 2)}</a></li>"));

    private static string Teasers(Random dice, int count) => string.Concat(Enumerable.Range(0, count).Select(i =>
        $"<div class=\"card\"><a href=\"/2026/11/story-{i}\"><img src=\"/img/t{i}.jpg\" loading=\"lazy\"><h3>{Sentence(dice, 8)}</h3></a><p>{Sentence(dice, 18)}…</p><span class=\"date\">{i} hours ago</span></div>"));

    private static string Sentence(Random dice, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[dice.Next(Words.Length)]));
}
