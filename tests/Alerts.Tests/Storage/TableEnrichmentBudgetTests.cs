using Alerts.Infrastructure.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Storage;

public sealed class TableEnrichmentBudgetTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 23, 0, 0, TimeSpan.Zero));
    private readonly OneTable table = new();

    [Fact]
    public async Task Records_are_taken_until_the_day_has_no_more()
    {
        Assert.True(await TakeAsync(60));
        Assert.True(await TakeAsync(40));
        Assert.False(await TakeAsync(1));
    }

    [Fact]
    public async Task What_does_not_fit_takes_nothing()
    {
        Assert.False(await TakeAsync(101));
        Assert.True(await TakeAsync(100));
    }

    [Fact]
    public async Task A_new_day_in_UTC_begins_anew()
    {
        Assert.True(await TakeAsync(100));
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(await TakeAsync(100));
    }

    [Fact]
    public async Task Instances_that_take_at_once_do_not_take_the_same_records()
    {
        Assert.True(await TakeAsync(10));
        table.BeforeWrite = () => table.Replace(spent: 95);

        Assert.False(await TakeAsync(10));
    }

    [Fact]
    public async Task Instances_that_begin_the_day_at_once_do_not_take_the_same_records()
    {
        table.BeforeWrite = () => table.Replace(spent: 95);

        Assert.False(await TakeAsync(10));
    }

    private Task<bool> TakeAsync(int records) =>
        new TableEnrichmentBudget(table, time).TryTakeAsync("enricher", records, daily: 100, TestContext.Current.CancellationToken);
}
