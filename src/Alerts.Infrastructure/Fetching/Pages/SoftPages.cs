using System.Text.RegularExpressions;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>
/// Pages that answer 200 and are no article: checks for bots, walls, sign-ins, and "not found" in a friendly voice. Words alone prove
/// nothing, an article may be about them: so each kind needs its sign and a page with next to no text.
/// </summary>
internal static partial class SoftPages
{
    /// <summary>Characters of main text up to which a page may be a mere notice.</summary>
    private const int Notice = 1_200;

    /// <summary>Walls show the article's first paragraphs above them.</summary>
    private const int Teaser = 2_500;

    /// <returns>What the page is instead of an article; null for an article.</returns>
    public static string? Recognise(PageReading page, Uri asked, Uri answered)
    {
        var (facts, _, text) = page;
        var start = text.Length > Teaser ? text[..Teaser] : text;
        if (text.Length <= Notice)
        {
            if (BotTitle().IsMatch(facts.RawTitle) || BotText().IsMatch(start) || (text.Length < 400 && BotMachinery().IsMatch(facts.Machinery)))
            {
                return "a check for bots";
            }

            if (ConsentHost().IsMatch(answered.Host) || ConsentTitle().IsMatch(facts.RawTitle))
            {
                return "a consent page";
            }

            if (SignInTitle().IsMatch(facts.RawTitle) || (facts.HasPasswordField && SignInPath().IsMatch(answered.AbsolutePath)))
            {
                return "a sign-in page";
            }

            if (NotFoundTitle().IsMatch(facts.RawTitle) || NotFoundTitle().IsMatch(facts.Title))
            {
                return "a page that says it was not found";
            }
        }

        if (answered.AbsolutePath.Length <= 1 && asked.AbsolutePath.Length > 1 && answered.Query.Length == 0)
        {
            return "the home page instead of the article";
        }

        if (text.Length <= Teaser && ((facts.IsFree == false && text.Length < Notice) || WallText().IsMatch(start)))
        {
            return "a paywall";
        }

        return null;
    }

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(just a moment|attention required|access (to this page )?(has been )?denied|are you (a )?(robot|human)|robot check|security (check|verification)|human verification|verify(ing)? (that )?you are human|verification required|bot verification|pardon our interruption|please wait|one moment, please|checking your browser|ddos-guard|client challenge|(captcha|blocked)\W*$|you have been blocked|request rejected|un momento|einen moment|un instant|稍候|请稍候|しばらくお待ちください|잠시만)", Words)]
    private static partial Regex BotTitle();

    [GeneratedRegex(@"(checking (if the site connection is secure|your browser before)|verify (that )?you are (a )?human|verifying you are human|enable javascript and cookies to continue|unusual (traffic|activity) from your (computer )?network|complete the (security check|captcha)|press (&|and) hold to confirm|performance (&|and) security by cloudflare|(please )?solve (this|the) captcha|request unsuccessful\. incapsula|you have been blocked|ray id:|not a robot)", Words)]
    private static partial Regex BotText();

    [GeneratedRegex(@"(captcha-delivery\.com|challenges\.cloudflare\.com|/cdn-cgi/challenge-platform|px-captcha|perimeterx|hcaptcha\.com|recaptcha/api|_incapsula_resource|ddos-guard|geetest|awswaf|kasada|akam/)", Words)]
    private static partial Regex BotMachinery();

    [GeneratedRegex(@"^(consent|guce|cmp|privacy-?gate)\.", Words)]
    private static partial Regex ConsentHost();

    [GeneratedRegex(@"^(before you continue|bevor (sie|du) .*(weiter|fortf)|avant d['’]acc[ée]der|antes de continuar|we value your privacy|your privacy choices|cookie (consent|settings|wall)|datenschutz-?einstellungen|zustimmung erforderlich)", Words)]
    private static partial Regex ConsentTitle();

    [GeneratedRegex(@"^(log ?in|sign ?in|log on|anmelden|connexion|iniciar sesi[oó]n|войти|вход|登录|ログイン|로그인)\b", Words)]
    private static partial Regex SignInTitle();

    [GeneratedRegex(@"/(log-?in|sign-?in|account|auth|sso|wp-login)\b", Words)]
    private static partial Regex SignInPath();

    [GeneratedRegex(@"(^|\W)(404|410)(\W|$).{0,40}$|page (was |is |could )?(not|no longer) (be )?(found|available|exist)|(page|article|story|content) not found|oops!|seite (wurde )?nicht gefunden|page (introuvable|non trouv[ée]e)|p[aá]gina no encontrada|страница не найдена|页面不存在|找不到|ページが見つかりません|페이지를 찾을 수 없", Words)]
    private static partial Regex NotFoundTitle();

    [GeneratedRegex(@"(subscribe (now )?to (continue|keep) reading|to (continue|keep) reading,? (please )?(subscribe|log in|sign in|register)|(this|the) (article|content|story) is (only )?(for|available to|reserved for|exclusive to) (paying |our )?(subscribers|members)|already a (subscriber|member)\?|unlock this (article|story)|become a (subscriber|member) to read|subscribers only|create a free account to (continue|read)|weiterlesen mit|nur für abonnenten|jetzt weiterlesen|réservé aux abonnés|article réservé|exclusivo para suscriptores|materia exclusiva|только для подписчиков|会員限定|有料会員|この記事は会員|유료 ?회원|구독자 전용|订阅后)", Words)]
    private static partial Regex WallText();
}
