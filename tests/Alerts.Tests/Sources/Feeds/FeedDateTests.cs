using System.Globalization;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

public class FeedDateTests
{
    [Theory]
    [InlineData("2026-11-23T18:05:09Z", "2026-11-23T18:05:09Z")]
    [InlineData("2026-11-23T18:05:09.123456+05:30", "2026-11-23T12:35:09.123456Z")]
    [InlineData("2026-11-23 18:05:09 -0130", "2026-11-23T19:35:09Z")]
    [InlineData("2026-11-23T18:05Z", "2026-11-23T18:05:00Z")]
    [InlineData("2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("20261123", "2026-11-23T00:00:00Z")]
    [InlineData("20261123T180509Z", "2026-11-23T18:05:09Z")]
    [InlineData("2026-327", "2026-11-23T00:00:00Z")]
    [InlineData("1795457109", "2026-11-23T18:05:09Z")]
    [InlineData("Mon, 23 Nov 2026 18:05:09 GMT", "2026-11-23T18:05:09Z")]
    [InlineData("Mon, 23 Nov 26 18:05:09 EST", "2026-11-23T23:05:09Z")]
    [InlineData("23 November 2026 18:05 PDT", "2026-11-24T01:05:00Z")]
    [InlineData("Mon Nov 23 18:05:09 2026", "2026-11-23T18:05:09Z")]
    [InlineData("Monday, July 27, 2026 - 15:30", "2026-07-27T15:30:00Z")]
    [InlineData("Monday, July 27, 2026 - 3:30pm", "2026-07-27T15:30:00Z")]
    [InlineData("31 Jul, 2026 +0530", "2026-07-30T18:30:00Z")]
    [InlineData("July 27, 2026 at 12:10 a.m. ET", "2026-07-27T05:10:00Z")]
    [InlineData("Sat, 04 Jul 2026 10:00:00 Europe/Paris", "2026-07-04T08:00:00Z")]
    [InlineData("27/07/2026 10:00", "2026-07-27T10:00:00Z")]
    [InlineData("07/27/2026 10:00", "2026-07-27T10:00:00Z")]
    [InlineData("27.7.26", "2026-07-27T00:00:00Z")]
    [InlineData("Mo, 27 Mär 2026 10:00:00 MESZ", "2026-03-27T08:00:00Z")]
    [InlineData("lun., 27 juil. 2026 10:00:00 +0200", "2026-07-27T08:00:00Z")]
    [InlineData("mar., 28 août 2026 10:00 +0200", "2026-08-28T08:00:00Z")]
    [InlineData("27 de julio de 2026", "2026-07-27T00:00:00Z")]
    [InlineData("Δευ, 27 Ιούλ 2026 10:00:00 EET", "2026-07-27T08:00:00Z")]
    [InlineData("2026-július-27T9:15+02:00", "2026-07-27T07:15:00Z")]
    [InlineData("27 июля 2026, 10:00 MSK", "2026-07-27T07:00:00Z")]
    [InlineData("2026년 07월 27일  10:00:15", "2026-07-27T01:00:15Z")]
    [InlineData("2026-07-27 오후 3:05:00", "2026-07-27T15:05:00Z")]
    [InlineData("2026年7月27日", "2026-07-27T00:00:00Z")]
    [InlineData("2026-06-30T23:59:60Z", "2026-07-01T00:00:00Z")]
    public void A_date_as_feeds_write_it_is_the_moment_that_it_means(string text, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), FeedDate.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Mon, 23 Xyz 2026 18:05:09 GMT")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-23T25:00:00Z")]
    [InlineData("2026-11-23T10:61:00Z")]
    [InlineData("9999-12-31T23:59:59-99:99")]
    [InlineData("Mon, 23 Nov 2026 1:2:3:4 GMT")]
    [InlineData("22013")]
    [InlineData("3 of 12")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDate.Parse(text));
}
