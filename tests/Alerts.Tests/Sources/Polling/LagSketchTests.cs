using Alerts.Core.Sources.Polling;

namespace Alerts.Tests.Sources.Polling;

public sealed class LagSketchTests
{
    [Theory]
    [InlineData(0.50)]
    [InlineData(0.95)]
    public void A_percentile_is_right_within_a_fifth(double share)
    {
        var dice = new Random(7);
        foreach (var scale in (double[])[60, 600, 20_000])
        {
            var lags = Enumerable.Range(0, 400).Select(_ => TimeSpan.FromSeconds(15 + (scale * dice.NextDouble()))).ToList();
            var exact = lags.Order().ElementAt((int)Math.Ceiling(share * lags.Count) - 1);
            var told = LagSketch.Percentile(LagSketch.Add([], lags), share)!.Value;

            Assert.InRange(told / exact, 0.83, 1.2);
        }
    }

    [Fact]
    public void It_stays_small_and_follows_a_source_that_became_faster()
    {
        IReadOnlyList<int> sketch = [];
        for (var i = 0; i < 3_000; i++)
        {
            sketch = LagSketch.Add(sketch, [i < 1_000 ? TimeSpan.FromHours(8) : TimeSpan.FromMinutes(4)]);
        }

        Assert.InRange(LagSketch.CountOf(sketch), 100, 520);
        Assert.InRange(LagSketch.Percentile(sketch, 0.95)!.Value.TotalMinutes, 3, 5);
        Assert.True(System.Text.Json.JsonSerializer.Serialize(sketch).Length < 150);
    }

    [Fact]
    public void An_archive_counts_for_nothing_and_nothing_has_no_percentile()
    {
        Assert.Empty(LagSketch.Add([], [TimeSpan.FromDays(30), TimeSpan.FromDays(4.01)]));
        Assert.Null(LagSketch.Percentile([], 0.5));
        Assert.Equal(1, LagSketch.CountOf(LagSketch.Add([], [LagSketch.Longest])));
    }
}
