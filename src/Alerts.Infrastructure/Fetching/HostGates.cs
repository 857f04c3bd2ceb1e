namespace Alerts.Infrastructure.Fetching;

/// <summary>Lets so many in at once for each host, and so many altogether. Who waits for a slow host holds no place of the others.</summary>
public sealed class HostGates(int perHost, int altogether) : IDisposable
{
    private readonly SemaphoreSlim all = new(altogether, altogether);
    private readonly Dictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock guard = new();

    /// <param name="host">Null is not counted by host.</param>
    /// <returns>Dispose it to leave.</returns>
    public async Task<IDisposable> EnterAsync(string? host, CancellationToken cancellationToken)
    {
        var gate = host is null ? null : Take(host);
        var inside = false;
        try
        {
            if (gate is not null)
            {
                await gate.Places.WaitAsync(cancellationToken);
                inside = true;
            }

            await all.WaitAsync(cancellationToken);
            return new Place(this, gate);
        }
        catch
        {
            Leave(gate, inside);
            throw;
        }
    }

    public void Dispose() => all.Dispose();

    /// <summary>Hosts that somebody is in or waits for.</summary>
    internal int Count
    {
        get
        {
            lock (guard)
            {
                return gates.Count;
            }
        }
    }

    private Gate Take(string host)
    {
        lock (guard)
        {
            if (!gates.TryGetValue(host, out var gate))
            {
                gates.Add(host, gate = new Gate(host, new SemaphoreSlim(perHost, perHost)));
            }

            gate.Users++;
            return gate;
        }
    }

    private void Leave(Gate? gate, bool inside)
    {
        if (gate is null)
        {
            return;
        }

        if (inside)
        {
            gate.Places.Release();
        }

        lock (guard)
        {
            if (--gate.Users == 0)
            {
                gates.Remove(gate.Host);
                gate.Places.Dispose();
            }
        }
    }

    private sealed class Gate(string host, SemaphoreSlim places)
    {
        public string Host => host;

        public SemaphoreSlim Places => places;

        public int Users { get; set; }
    }

    private sealed class Place(HostGates gates, Gate? gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                gates.all.Release();
                gates.Leave(gate, inside: true);
            }
        }
    }
}
