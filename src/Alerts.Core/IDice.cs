namespace Alerts.Core;

/// <summary>Chance, as a parameter: jitter in production, fixed in tests.</summary>
public interface IDice
{
    /// <summary>Uniform in [0, 1).</summary>
    double Roll();
}
