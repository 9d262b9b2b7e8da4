namespace Nuke.Common.Utilities;

/// <summary>Keeps a chain of calls together.</summary>
public static class ObjectExtensions
{
    /// <summary>Applies the function if the condition holds.</summary>
    public static T When<T>(this T obj, bool condition, Func<T, T> action) => condition ? action(obj) : obj;

    /// <summary>Applies the function if the second object is there.</summary>
    public static T WhenNotNull<T, TObject>(this T obj, TObject second, Func<T, TObject, T> action) => second is null ? obj : action(obj, second);

    /// <summary>Applies the function.</summary>
    public static TOutput Apply<TInput, TOutput>(this TInput input, Func<TInput, TOutput> transform) => transform(input);
}
