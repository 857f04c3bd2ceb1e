using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Tests;

/// <summary>The functions that the app's source declares.</summary>
internal static class AppFunctions
{
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. from type in typeof(WebPipeline).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new AppFunction(function.Name, method),
    ];

    public static IReadOnlyList<(AppFunction Function, T Trigger)> With<T>()
        where T : Attribute =>
    [
        .. from function in All
           from parameter in function.Method.GetParameters()
           let trigger = parameter.GetCustomAttribute<T>()
           where trigger is not null
           select (function, trigger),
    ];
}

internal sealed record AppFunction(string Name, MethodInfo Method);
