using System.Runtime.CompilerServices;

namespace Alerts.Functions.Tests;

/// <summary>Files of the repository that are facts about the app: host.json, infra, azure.yaml.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
