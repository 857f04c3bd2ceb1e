using System.Globalization;
using Alerts.Core.Stories.Claims;

namespace Alerts.Tests.Stories.Claims;

/// <summary>Days that a text writes out, whichever the year: what tells two undated articles on one house apart.</summary>
public sealed class DaysToldTests
{
    [Theory]
    [InlineData("en", "On March 13 the attacker took the funds and gave 3,000 ETH back on 18 March.", "03-13 03-18")]
    [InlineData("en", "It was found on 2023-07-06.", "07-06")]
    [InlineData("en", "Of whom 5 may be refunded, and 31 February never comes.", "")]
    [InlineData("de", "Am 25. Juli wurde die Börse gehackt.", "07-25")]
    [InlineData("fr", "Le 26 décembre, des agents ont transmis des données.", "12-26")]
    [InlineData("es", "El 9 de diciembre publicó un informe.", "12-09")]
    [InlineData("ru", "Взлом произошёл 21 февраля.", "02-21")]
    [InlineData("ko", "업비트는 11월 27일 입출금을 멈췄다.", "11-27")]
    [InlineData("ja", "2014年2月28日に申請した。", "02-28")]
    [InlineData("zh", "5月19日报道。", "05-19")]
    public void Days_by_language(string language, string text, string expected) => Assert.Equal(
        expected, string.Join(' ', DateReader.DaysIn(text, language).Distinct().Order().Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}"))));
}
