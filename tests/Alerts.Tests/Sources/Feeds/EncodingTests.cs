using System.Text;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

public class EncodingTests
{
    private const string Title = "북한 해커 café";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "<?xml version=\"1.0\"?>", null, Title)]
    [InlineData("utf-8", "", "text/xml; charset=utf-8", Title)]
    [InlineData("utf-16", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", null, Title)]
    [InlineData("utf-16BE", "", null, Title)]
    [InlineData("utf-32", "", null, Title)]
    [InlineData("euc-kr", "<?xml version=\"1.0\" encoding=\"euc-kr\"?>", null, "북한 해커")]
    [InlineData("euc-kr", "", "text/xml; charset=EUC-KR", "북한 해커")]
    [InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>", null, "北朝鮮")]
    [InlineData("gb18030", "<?xml version=\"1.0\" encoding=\"gb2312\"?>", null, "朝鲜黑客")]
    [InlineData("windows-1251", "<?xml version=\"1.0\" encoding=\"windows-1251\"?>", null, "северокорейские хакеры")]
    [InlineData("windows-1252", "<?xml version=\"1.0\" encoding=\"utf-8\"?>", null, "le café est volé")]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", null, Title)]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding=\"klingon\"?>", null, Title)]
    [InlineData("iso-8859-1", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", null, "café")]
    public void A_document_is_decoded_by_mark_shape_transport_declaration_or_guess(string encoding, string declaration, string? contentType, string title)
    {
        var body = Encoding.GetEncoding(encoding).GetBytes($"{declaration}<rss version=\"2.0\"><channel><title>{title}</title></channel></rss>");
        Assert.Equal(title, Assert.IsType<FeedDocument>(FeedReader.Read(body, new FeedContext(ContentType: contentType))).Title);
    }

    [Fact]
    public void Utf_7_is_refused()
    {
        var body = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-rss/+AD4-"u8.ToArray();
        Assert.Equal(NotAFeedReason.Unreadable, Assert.IsType<NotAFeed>(FeedReader.Read(body, FeedContext.None)).Reason);
    }

    [Fact]
    public void Bytes_that_are_no_text_become_replacements()
    {
        byte[] body = [.. "<rss version=\"2.0\"><channel><title>a"u8, 0xED, 0xA0, 0x80, .. "b 한국어 뉴스</title></channel></rss>"u8];
        Assert.Equal("a\ufffd\ufffd\ufffdb 한국어 뉴스", Assert.IsType<FeedDocument>(FeedReader.Read(body, FeedContext.None)).Title);
    }
}
