namespace Alerts.Eval.Learning;

/// <summary>
/// Weights of signs that each hold or do not, such that the log-odds of a label is their sum: logistic loss with a penalty on the weights' absolute values, which leaves most of them zero,
/// minimised by accelerated proximal gradient steps (Beck and Teboulle, FISTA, 2009).
/// </summary>
internal sealed class LogisticRegression
{
    private const int Steps = 1_500;

    private LogisticRegression(double[] weights, double intercept)
    {
        Weights = weights;
        Intercept = intercept;
    }

    public double[] Weights { get; }

    public double Intercept { get; }

    public double LogOdds(int[] held) => Intercept + held.Sum(sign => Weights[sign]);

    /// <param name="penalty">On each unit of weight, in the unit of the loss of one example of importance one.</param>
    public static LogisticRegression Fit(IReadOnlyList<Example> examples, int signs, double penalty)
    {
        ArgumentOutOfRangeException.ThrowIfZero(examples.Count);
        // The last place is the intercept, which costs nothing.
        var weights = new double[signs + 1];
        var ahead = new double[signs + 1];
        var gradient = new double[signs + 1];
        var step = 1 / Curvature(examples, signs);
        var momentum = 1.0;
        for (var round = 0; round < Steps; round++)
        {
            Array.Clear(gradient);
            foreach (var example in examples)
            {
                var odds = ahead[signs];
                foreach (var sign in example.Held) odds += ahead[sign];
                var error = example.Importance * (1 / (1 + Math.Exp(-odds)) - (example.IsLabelled ? 1 : 0));
                gradient[signs] += error;
                foreach (var sign in example.Held) gradient[sign] += error;
            }

            var next = (1 + Math.Sqrt(1 + 4 * momentum * momentum)) / 2;
            for (var sign = 0; sign <= signs; sign++)
            {
                var moved = ahead[sign] - step * gradient[sign];
                if (sign < signs) moved = Math.Sign(moved) * Math.Max(0, Math.Abs(moved) - step * penalty);
                ahead[sign] = moved + (momentum - 1) / next * (moved - weights[sign]);
                weights[sign] = moved;
            }

            momentum = next;
        }

        return new(weights[..signs], weights[signs]);
    }

    /// <summary>The steepest that the loss can curve: a quarter of the largest eigenvalue of the weighted examples, found by powers.</summary>
    private static double Curvature(IReadOnlyList<Example> examples, int signs)
    {
        var vector = Enumerable.Repeat(1.0, signs + 1).ToArray();
        var length = 1.0;
        for (var round = 0; round < 30; round++)
        {
            var next = new double[signs + 1];
            foreach (var example in examples)
            {
                var product = vector[signs];
                foreach (var sign in example.Held) product += vector[sign];
                product *= example.Importance;
                next[signs] += product;
                foreach (var sign in example.Held) next[sign] += product;
            }

            length = Math.Sqrt(next.Sum(value => value * value));
            vector = [.. next.Select(value => value / length)];
        }

        // Powers come near from below.
        return length / 4 * 1.05;
    }

    /// <param name="Importance">One, or less where the label is in doubt.</param>
    internal sealed record Example(int[] Held, bool IsLabelled, double Importance);
}
