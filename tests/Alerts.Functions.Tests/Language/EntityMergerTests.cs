using Alerts.Core.Matching;
using Alerts.Functions.Language;

namespace Alerts.Functions.Tests.Language;

public sealed class EntityMergerTests
{
    private static readonly Uri Bybit = new("https://en.wikipedia.org/wiki/Bybit");

    [Fact]
    public void A_link_joins_the_entity_of_the_same_place()
    {
        var merged = EntityMerger.Merge([Entity("Bybit", "Organization", 4)], [Entity("Bybit", "Linked", 4, Bybit)]);

        Assert.Equal([Entity("Bybit", "Organization", 4, Bybit)], merged);
    }

    [Fact]
    public void A_link_without_an_entity_stands_alone_in_its_order()
    {
        var merged = EntityMerger.Merge([Entity("Seoul", "Location", 30), Entity("Upbit", "Organization", 0)], [Entity("Bybit", "Linked", 4, Bybit)]);

        Assert.Equal(["Upbit", "Bybit", "Seoul"], merged.Select(entity => entity.Text));
    }

    [Theory]
    [InlineData("Organization", 1)]
    [InlineData("Person", 1)]
    [InlineData("Location", 1)]
    [InlineData("Quantity", 0)]
    [InlineData("PhoneNumber", 0)]
    [InlineData("Email", 0)]
    public void Only_what_can_name_somebody_or_some_place_is_kept(string category, int kept) =>
        Assert.Equal(kept, EntityMerger.Merge([Entity("x", category, 0)], []).Count());

    private static EnrichedEntity Entity(string text, string category, int start, Uri? link = null) => new(text, category, start, text.Length, 0.9, link);
}
