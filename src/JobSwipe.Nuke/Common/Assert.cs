using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that end a target with a clear message.</summary>
public static class Assert
{
    /// <summary>Fails.</summary>
    [DoesNotReturn]
    public static void Fail(string message, Exception exception = null) => throw new InvalidOperationException(message, exception);

    /// <summary>Fails unless the condition holds.</summary>
    public static void True(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (!condition)
            Fail(message ?? $"Expected condition to be true: {argumentExpression}");
    }

    /// <summary>Fails if the condition holds.</summary>
    public static void False(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null) =>
        True(!condition, message ?? $"Expected condition to be false: {argumentExpression}");

    /// <summary>Fails for null.</summary>
    public static T NotNull<T>(this T obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : class
    {
        True(obj != null, message ?? $"Expected a value for: {argumentExpression}");
        return obj;
    }

    /// <summary>Fails for null.</summary>
    public static T? NotNull<T>(this T? obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : struct
    {
        True(obj != null, message ?? $"Expected a value for: {argumentExpression}");
        return obj;
    }

    /// <summary>Fails for null or empty text.</summary>
    public static string NotNullOrEmpty(this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null)
    {
        True(!string.IsNullOrEmpty(str), message ?? $"Expected text for: {argumentExpression}");
        return str;
    }

    /// <summary>Fails for null, empty or blank text.</summary>
    public static string NotNullOrWhiteSpace(this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null)
    {
        True(!string.IsNullOrWhiteSpace(str), message ?? $"Expected text for: {argumentExpression}");
        return str;
    }

    /// <summary>Fails for an empty collection.</summary>
    public static void NotEmpty<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null) =>
        True(collection is { Count: > 0 }, message ?? $"Expected at least one item in: {argumentExpression}");

    /// <summary>Fails for a collection that is not empty.</summary>
    public static void Empty<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null) =>
        Count(collection, 0, message, argumentExpression);

    /// <summary>Fails unless the collection has one item.</summary>
    public static void HasSingleItem<T>(IReadOnlyCollection<T> collection, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null) =>
        Count(collection, 1, message, argumentExpression);

    /// <summary>Fails unless the collection has this many items.</summary>
    public static void Count<T>(IReadOnlyCollection<T> collection, int length, string message = null, [CallerArgumentExpression(nameof(collection))] string argumentExpression = null) =>
        True(collection != null && collection.Count == length, message ?? $"Expected {length} item(s) in: {argumentExpression}");

    /// <summary>Fails unless the file exists.</summary>
    public static void FileExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null) =>
        True(File.Exists(path), message ?? $"File does not exist: {path} ({argumentExpression})");

    /// <summary>Fails unless the directory exists.</summary>
    public static void DirectoryExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null) =>
        True(Directory.Exists(path), message ?? $"Directory does not exist: {path} ({argumentExpression})");
}
