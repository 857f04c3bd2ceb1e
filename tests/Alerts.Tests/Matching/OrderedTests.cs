using Alerts.Core.Matching;

namespace Alerts.Tests.Matching;

public sealed class OrderedTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 4)]
    [InlineData(9, 5)]
    public void The_first_that_is_not_before_is_the_first_of_equals(int sought, int place) =>
        Assert.Equal(place, new List<int> { 1, 3, 3, 3, 5 }.FirstNotBefore(sought, static (item, number) => item < number));

    [Fact]
    public void In_an_empty_list_it_is_the_end() => Assert.Equal(0, new List<int>().FirstNotBefore(1, static (item, number) => item < number));

    [Fact]
    public void It_is_found_by_halving()
    {
        var asked = 0;
        var list = Enumerable.Range(0, 1_000_000).ToList();

        Assert.Equal(777_777, list.FirstNotBefore(777_777, (item, number) =>
        {
            asked++;
            return item < number;
        }));
        Assert.InRange(asked, 1, 20);
    }
}
