using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Calls the implementation of a property that a more derived one hides.</summary>
internal static class NonVirtual
{
    public static T Get<T>(PropertyInfo property, object instance)
    {
        var getter = property.GetMethod.NotNull($"'{property.Name}' cannot be read");
        var pointer = getter.MethodHandle.GetFunctionPointer();
        return ((Func<T>)Activator.CreateInstance(typeof(Func<T>), instance, pointer))();
    }
}
