using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>How values are written.</summary>
internal static class EnumValues
{
    public static string GetValue(this Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<EnumValueAttribute>()?.Value ?? value.ToString();
}
