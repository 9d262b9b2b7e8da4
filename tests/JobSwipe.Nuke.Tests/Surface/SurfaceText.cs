using System.Reflection;

namespace JobSwipe.Nuke.Tests.Surface;

/// <summary>The public surface of an assembly as lines: T for types, C, M, P and F for their members.</summary>
internal static class SurfaceText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Lines(Assembly assembly) => assembly.GetTypes()
        .Where(x => IsVisible(x) && x.Namespace?.StartsWith("Nuke.", StringComparison.Ordinal) == true)
        .SelectMany(Lines);

    private static IEnumerable<string> Lines(Type type)
    {
        var name = type.ToString();
        yield return $"T {name} = ";
        foreach (var constructor in type.GetConstructors(Declared).Where(x => !x.IsStatic && IsVisible(x)))
            yield return $"C {name} :: {Modifiers(constructor)}{constructor}";
        foreach (var method in type.GetMethods(Declared).Where(x => IsVisible(x) && (!x.IsSpecialName || x.Name.StartsWith("op_", StringComparison.Ordinal))))
            yield return $"M {name} :: {Modifiers(method)}{method}";
        foreach (var property in type.GetProperties(Declared).Where(x => x.GetAccessors(nonPublic: true).Any(IsVisible)))
            yield return $"P {name} :: {Modifiers(property.GetAccessors(nonPublic: true).First(IsVisible))}{property} {{{Accessor("get", property.GetMethod)}{Accessor("set", property.SetMethod)} }}";
        foreach (var field in type.GetFields(Declared).Where(x => (x.IsPublic || x.IsFamily || x.IsFamilyOrAssembly) && !x.IsSpecialName))
            yield return $"F {name} :: {(field.IsPublic ? "" : "protected ")}{(field.IsStatic ? "static " : "")}{field}";
    }

    private static string Accessor(string name, MethodInfo? accessor) => accessor is not null && IsVisible(accessor) ? $" {name};" : "";

    private static bool IsVisible(Type type) => type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily) && IsVisible(type.DeclaringType!) : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic)
            return access + "static ";
        if (method.IsAbstract)
            return access + "abstract ";
        return access + (method.IsVirtual && !method.IsFinal ? "virtual " : "");
    }
}
