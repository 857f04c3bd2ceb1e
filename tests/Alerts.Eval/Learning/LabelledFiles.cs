namespace Alerts.Eval.Learning;

/// <summary>Files of labelled articles to learn from, each measured with what the others teach.</summary>
internal static class LabelledFiles
{
    /// <returns>The articles of each file, without those of a file before it; null, after saying why, where there are too few files.</returns>
    public static List<List<LabelledArticle>>? Read(string[] paths)
    {
        if (paths.Length < 2)
        {
            Console.Error.WriteLine("learning needs two files of labelled articles at least: what is learned from one is measured on the other");
            return null;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. paths.Select(path => LabelledArticle.ReadAll(path).Where(article => known.Add(article.Id)).ToList())];
    }
}
