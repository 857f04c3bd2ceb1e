using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Benchmarks.Matching;

/// <summary>Intel's Hyperscan, where Debian's libhyperscan5 is installed. It sees UTF-8 bytes and says where mentions end.</summary>
internal sealed partial class HyperscanMatcher : IMatcher
{
    private const uint CaseLess = 1;
    private const uint BlockMode = 1;
    private const int MaxAliases = 20_000;

    private static readonly List<Mention> s_none = [];

    [ThreadStatic]
    private static List<Mention>? t_mentions;

    private IntPtr _database;
    private IntPtr _scratch;
    private byte[] _bytes = [];

    public string Name => "Hyperscan (ends only)";

    public unsafe bool TryBuild(string[] aliases)
    {
        if (aliases.Length > MaxAliases || !NativeLibrary.TryLoad("libhs.so.5", out _))
            return false;
        IntPtr[] expressions = [.. aliases.Select(alias => Marshal.StringToCoTaskMemUTF8($@"\b{Regex.Escape(alias)}\b"))];
        uint[] flags = [.. Enumerable.Repeat(CaseLess, aliases.Length)];
        uint[] ids = [.. Enumerable.Range(0, aliases.Length).Select(i => (uint)i)];
        int compiled = Compile(expressions, flags, ids, (uint)aliases.Length, BlockMode, IntPtr.Zero, out _database, out _);
        Array.ForEach(expressions, Marshal.FreeCoTaskMem);
        return compiled == 0 && AllocateScratch(_database, ref _scratch) == 0;
    }

    public unsafe void Scan(string text, List<Mention> mentions)
    {
        // The bytes are made outside the time of an engine that is given bytes anyway; here they count, as for everybody who holds strings.
        if (_bytes.Length < text.Length * 3)
            _bytes = new byte[text.Length * 3];
        int length = Encoding.UTF8.GetBytes(text, _bytes);
        t_mentions = mentions;
        fixed (byte* data = _bytes)
            _ = ScanBlock(_database, data, (uint)length, 0, _scratch, &OnMatch, IntPtr.Zero);
        t_mentions = s_none;
    }

    public void Dispose()
    {
        if (_scratch != IntPtr.Zero)
            _ = FreeScratch(_scratch);
        if (_database != IntPtr.Zero)
            _ = FreeDatabase(_database);
        (_scratch, _database) = (IntPtr.Zero, IntPtr.Zero);
    }

    [UnmanagedCallersOnly]
    private static int OnMatch(uint id, ulong from, ulong to, uint flags, IntPtr context)
    {
        t_mentions!.Add(new((int)id, -1, (int)to));
        return 0;
    }

    [LibraryImport("libhs.so.5", EntryPoint = "hs_compile_multi")]
    private static partial int Compile(
        IntPtr[] expressions, uint[] flags, uint[] ids, uint elements, uint mode, IntPtr platform, out IntPtr database, out IntPtr error);

    [LibraryImport("libhs.so.5", EntryPoint = "hs_alloc_scratch")]
    private static partial int AllocateScratch(IntPtr database, ref IntPtr scratch);

    [LibraryImport("libhs.so.5", EntryPoint = "hs_scan")]
    private static unsafe partial int ScanBlock(
        IntPtr database, byte* data, uint length, uint flags, IntPtr scratch, delegate* unmanaged<uint, ulong, ulong, uint, IntPtr, int> onEvent, IntPtr context);

    [LibraryImport("libhs.so.5", EntryPoint = "hs_free_scratch")]
    private static partial int FreeScratch(IntPtr scratch);

    [LibraryImport("libhs.so.5", EntryPoint = "hs_free_database")]
    private static partial int FreeDatabase(IntPtr database);
}
