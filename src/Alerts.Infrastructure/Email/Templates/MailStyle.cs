using Alerts.Core.Stories;

namespace Alerts.Infrastructure.Email.Templates;

/// <summary>
/// Looks. Mail clients take inline styles and tables; those that know media queries also get the sheet, which turns the light
/// colours of the inline styles into dark ones by class and narrows the margins on a phone.
/// </summary>
internal static class MailStyle
{
    // Without quotation marks, which would be encoded in every style attribute.
    public const string Font = "font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif;";

    public const string Page = "margin:0;padding:0;background-color:#eef1f5;" + Font;
    public const string Card = "background-color:#ffffff;border:1px solid #dce1e8;border-radius:12px;";
    public const string Brand = Font + "font-size:14px;font-weight:700;color:#1b2430;letter-spacing:.2px;text-decoration:none;";
    public const string Faint = Font + "font-size:13px;line-height:20px;color:#5b6675;";
    public const string Small = Font + "font-size:12px;line-height:18px;color:#5b6675;";
    public const string Heading = Font + "margin:0;font-size:23px;line-height:30px;font-weight:700;color:#1b2430;letter-spacing:-.2px;";
    public const string StoryHeading = Font + "margin:0;font-size:17px;line-height:24px;font-weight:650;color:#1b2430;";
    public const string Section = Font + "margin:0;font-size:12px;line-height:16px;font-weight:700;color:#5b6675;letter-spacing:.7px;text-transform:uppercase;";
    public const string Body = Font + "margin:0;font-size:16px;line-height:25px;color:#2b3644;";
    public const string Label = Font + "font-size:14px;line-height:21px;color:#5b6675;padding:5px 16px 5px 0;white-space:nowrap;vertical-align:top;";
    public const string Value = Font + "font-size:15px;line-height:21px;color:#1b2430;font-weight:600;padding:5px 0;vertical-align:top;";
    public const string Link = "color:#0b5cad;text-decoration:underline;text-underline-offset:2px;";
    public const string QuietLink = "color:#1b2430;text-decoration:none;";
    public const string Rule = "border-top:1px solid #e4e8ee;font-size:0;line-height:0;";
    public const string Quote = Font + "font-size:14px;line-height:22px;color:#3a4655;padding:2px 0 2px 14px;border-left:3px solid #cfd6df;";
    public const string Rules = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,Liberation Mono,monospace;margin:0;padding-top:10px;font-size:11px;line-height:18px;color:#5b6675;";
    public const string Alias = "background-color:#fff1b8;color:#1b2430;font-weight:700;padding:1px 3px;border-radius:3px;";
    public const string Button = Font + "display:inline-block;padding:12px 22px;font-size:15px;line-height:20px;font-weight:650;color:#ffffff;background-color:#16324f;border-radius:8px;text-decoration:none;";

    public const string Sheet = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        body { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        a { word-break: break-word; }
        @media (max-width: 520px) {
          .outer { padding: 0 !important; }
          .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
          .pad { padding-left: 18px !important; padding-right: 18px !important; }
          .heading { font-size: 21px !important; line-height: 27px !important; }
          .button { display: block !important; text-align: center !important; }
        }
        @media (prefers-color-scheme: dark) {
          body, .page { background-color: #10151c !important; }
          .card { background-color: #18202a !important; border-color: #2b3643 !important; }
          .ink, .ink a { color: #e8edf3 !important; }
          .soft { color: #c3ccd7 !important; }
          .faint, .faint a.plain { color: #95a2b3 !important; }
          .link { color: #7db7f5 !important; }
          .rule { border-color: #2b3643 !important; }
          .quote { color: #c3ccd7 !important; border-color: #3b4857 !important; }
          .alias { background-color: #5a4a10 !important; color: #fff3c4 !important; }
          .tint { background-color: #202a36 !important; }
          .old { color: #95a2b3 !important; }
          .button { background-color: #2f6fb3 !important; color: #ffffff !important; }
        }
        """;

    /// <summary>White on these is at least 4.5 to 1.</summary>
    private static string Colour(Severity severity) => severity switch
    {
        Severity.Critical => "#b3161b",
        Severity.High => "#b4470a",
        Severity.Medium => "#7a5c00",
        _ => "#4a5666",
    };

    public static string Badge(Severity severity) =>
        $"{Font}display:inline-block;padding:3px 10px;border-radius:99px;font-size:12px;line-height:18px;font-weight:700;color:#ffffff;background-color:{Colour(severity)};letter-spacing:.3px;";

    public static string Stripe(Severity severity) => $"height:5px;font-size:0;line-height:0;background-color:{Colour(severity)};border-radius:12px 12px 0 0;";
}
