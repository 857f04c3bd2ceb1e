using System.Collections.Frozen;

namespace Alerts.Core.Sources;

/// <summary>Parameters and fragments of links that say where a click came from and nothing about what is shown.</summary>
public static class TrackingParameters
{
    private static readonly string[] Prefixes = ["utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "oly_", "vero_", "ns_", "at_", "itm_", "stm_", "mkt_", "trk_", "sc_c", "wt."];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi",
        "__hssc", "__hstc", "__hsfp", "hsctatracking", "_openstat", "openstat", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "action_object_map", "action_type_map", "action_ref_map",
        "campaign_id", "campaign_medium", "campaign_name", "campaign_source", "campaign_term", "campaign_content", "cmpid", "cmp", "ocid", "ncid", "cid_source", "icid", "ito", "guccounter", "guce_referrer", "guce_referrer_sig",
        "s_cid", "s_kwcid", "ss_email_id", "ss_source", "ss_campaign_id", "ss_campaign_name", "ss_campaign_sent_date", "elqtrack", "elqtrackid", "elqaid", "elqat", "elqcampaignid", "assetid", "assettype", "mkwid", "pcrid",
        "ef_id", "epik", "rb_clickid", "wickedid", "yadclid", "__s", "_branch_match_id", "_branch_referrer", "_ke", "_kx", "bsft_eid", "bsft_clkid", "bsft_uid", "cx_campaign", "cx_click", "dm_i", "email_hash", "ga_source", "ga_medium",
        "ga_term", "ga_content", "ga_campaign", "ga_place", "_ga", "_gl", "nr_email_referer", "smid", "smtyp", "sref", "spm", "share_source", "share_medium", "soc_src", "soc_trk", "srsltid", "tracking_source", "trackid", "trk", "trkcampaign",
        "wt_mc", "wt_zmc", "xtor", "zanpid", "feature_source", "ref_src", "ref_url", "referrer", "mod_source", "rss_source", "sourcetype", "ftag", "ftcamp", "taid", "traffic_source", "partner_source", "__twitter_impression", "s_src", "amp_gsa", "amp_js_v", "usqp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] NoiseFragments = ["#comments", "#comment-", "#respond", "#disqus_thread", "#top", "#main", "#content", "#:~:text=", "#utm_", "#xtor=", "#ref=", "#amp", "#rss", "#Echobox=", "#at_medium"];

    /// <summary>Whether a part of a query, <c>name=value</c>, is tracking.</summary>
    public static bool IsTracking(ReadOnlySpan<char> part)
    {
        var equals = part.IndexOf('=');
        // A word alone is no parameter: image services and old shops put their ids there.
        if (equals <= 0)
            return false;
        var name = part[..equals];
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return Names.Contains(name);
    }

    /// <summary>Whether a fragment, sign included, leads to a widget of the page rather than to a part of it.</summary>
    public static bool IsNoise(ReadOnlySpan<char> fragment)
    {
        if (fragment.Length <= 1)
            return true;
        foreach (var noise in NoiseFragments)
        {
            if (fragment.StartsWith(noise, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
