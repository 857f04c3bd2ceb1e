namespace Alerts.Local.Hosting;

/// <summary>What <c>alerts run</c> was asked for.</summary>
internal sealed record RunPlan(LocalFolder Folder, int Port, bool DefaultSources, bool Sample);
