using System.Reflection;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives a field or property of a build its value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The build whose member gets the value.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>Higher ones are injected first.</summary>
    public virtual int Priority => 0;

    /// <summary>Whether a value that cannot be found is left out silently.</summary>
    public virtual bool SuppressWarnings => false;

    /// <summary>The value, or null after a warning.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception.Unwrap() is not Execution.BadInvocationException)
        {
            if (!SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute), inherit: true))
                Log.Warning("{Member} stays empty: {Reason}", member.Name, exception.Unwrap().Message);
            return null;
        }
    }

    /// <summary>The value; throws if it cannot be found.</summary>
    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>The value of another member of the build.</summary>
    protected T GetMemberValue<T>(string memberName, object instance) =>
        (T)InjectionMembers.Named(instance.GetType(), memberName)
            .NotNull($"'{instance.GetType().Name}' has no member '{memberName}'")
            .GetValue(instance);

    /// <summary>The value of another member of the build, or the default without a name.</summary>
    protected T GetMemberValueOrNull<T>(string memberName, object instance) =>
        memberName == null ? default : GetMemberValue<T>(memberName, instance);
}
