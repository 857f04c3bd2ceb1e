namespace Alerts.Tests;

/// <summary>The checkout that the tests run in: docs and build files are held to account as code is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alerts.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from inside the repository: Alerts.sln was not found above " + AppContext.BaseDirectory);
    }
}
