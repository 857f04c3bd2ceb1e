using Alerts.Eval.Learning;

namespace Alerts.Tests.Evaluating;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void A_sign_that_quadruples_the_odds_and_one_that_quarters_them_are_weighed_so()
    {
        // Odds of 1 without a sign, 4 with the first, 1/4 with the second: log-odds 0, 1.386 and -1.386.
        var learned = LogisticRegression.Fit([.. Many([], 500, 500), .. Many([0], 800, 200), .. Many([1], 200, 800)], 2, 0);
        Assert.Equal(0, learned.Intercept, 0.01);
        Assert.Equal(Math.Log(4), learned.Weights[0], 0.01);
        Assert.Equal(-Math.Log(4), learned.Weights[1], 0.01);
        Assert.Equal(0, learned.LogOdds([0, 1]), 0.01);
    }

    [Fact]
    public void A_sign_that_tells_little_has_no_weight()
    {
        var learned = LogisticRegression.Fit([.. Many([], 50, 50), .. Many([0], 45, 5), .. Many([1], 11, 10)], 2, 2);
        Assert.True(learned.Weights[0] > 1);
        Assert.Equal(0, learned.Weights[1]);
    }

    [Fact]
    public void What_is_in_doubt_counts_less()
    {
        LogisticRegression.Example[] firm = [.. Many([0], 30, 10), .. Many([], 20, 20)];
        var doubted = firm.Select(example => example.IsLabelled ? example : example with { Importance = 0.5 }).ToArray();
        Assert.Equal(Math.Log(3), LogisticRegression.Fit(firm, 1, 0).LogOdds([0]), 0.01);
        Assert.Equal(Math.Log(6), LogisticRegression.Fit(doubted, 1, 0).LogOdds([0]), 0.01);
    }

    private static IEnumerable<LogisticRegression.Example> Many(int[] held, int labelled, int others) =>
        Enumerable.Repeat(new LogisticRegression.Example(held, true, 1), labelled).Concat(Enumerable.Repeat(new LogisticRegression.Example(held, false, 1), others));
}
