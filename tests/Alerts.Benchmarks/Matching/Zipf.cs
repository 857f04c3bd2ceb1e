namespace Alerts.Benchmarks.Matching;

/// <summary>Draws ranks as words are drawn in texts: the n-th commonest about n times as rarely as the first.</summary>
internal sealed class Zipf
{
    private readonly double[] _cumulated;

    public Zipf(int ranks, double exponent, double shift = 2.7)
    {
        _cumulated = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++)
            _cumulated[i] = sum += Math.Pow(i + 1 + shift, -exponent);
    }

    public int Next(Random dice)
    {
        int at = Array.BinarySearch(_cumulated, dice.NextDouble() * _cumulated[^1]);
        return Math.Min(at < 0 ? ~at : at, _cumulated.Length - 1);
    }
}
