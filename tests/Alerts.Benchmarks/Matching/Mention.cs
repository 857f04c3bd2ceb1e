namespace Alerts.Benchmarks.Matching;

internal readonly record struct Mention(int Alias, int Start, int End);
