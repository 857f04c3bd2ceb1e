namespace Alerts.Core.Matching;

/// <summary>Places in lists that are in order, found by halving.</summary>
internal static class Ordered
{
    /// <summary>The index of the first item that does not lie before what is sought; the length of the list where all do.</summary>
    /// <param name="isBefore">Holds of the items up to a place and of none from there on.</param>
    public static int FirstNotBefore<T, TSought>(this List<T> ordered, TSought sought, Func<T, TSought, bool> isBefore)
    {
        int low = 0, high = ordered.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (isBefore(ordered[middle], sought)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
