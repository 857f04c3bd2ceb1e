using System.Reflection;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Pipeline;

/// <summary>
/// Kills the process, so to speak, before or after its n-th call through a port: the caller sees an exception. What it does about it
/// leaves no message: a dead process sends none.
/// </summary>
public sealed class CrashPlan
{
    private int calls;
    private bool isDead;

    /// <summary>Zero never crashes.</summary>
    public int At { get; set; }

    /// <summary>Whether the call at which it dies has taken effect.</summary>
    public bool AfterEffect { get; set; }

    public bool HasCrashed { get; private set; }

    public int Calls => calls;

    /// <summary>The last call's name, to say where a failed test fell.</summary>
    public string Where { get; private set; } = "";

    public T Wrap<T>(T port)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy<T>>();
        ((Proxy<T>)(object)proxy).Set(port, this);
        return proxy;
    }

    private bool IsNow(string name)
    {
        if (Interlocked.Increment(ref calls) != At)
        {
            return false;
        }

        Where = name;
        return HasCrashed = isDead = true;
    }

    /// <summary>A new process.</summary>
    public void Revive() => isDead = false;

    public sealed class CrashException(string where) : Exception("Crashed at " + where);

    public class Proxy<T> : DispatchProxy
        where T : class
    {
        private T inner = null!;
        private CrashPlan plan = null!;

        public void Set(T port, CrashPlan crashes) => (inner, plan) = (port, crashes);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (!typeof(Task).IsAssignableFrom(targetMethod!.ReturnType))
            {
                return targetMethod.Invoke(inner, args);
            }

            var name = $"{typeof(T).Name}.{targetMethod.Name}";
            if (plan.isDead && typeof(T) == typeof(IMessageQueue))
            {
                throw new CrashException(name + ", by a dead process");
            }

            if (!plan.IsNow(name))
            {
                return targetMethod.Invoke(inner, args);
            }

            if (plan.AfterEffect)
            {
                ((Task)targetMethod.Invoke(inner, args)!).GetAwaiter().GetResult();
            }

            throw new CrashException(name);
        }
    }
}
