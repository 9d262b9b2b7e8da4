namespace Nuke.Common.Execution;

/// <summary>The extensions of a build: attributes of its classes and components, the highest priority first.</summary>
internal sealed class BuildExtensions
{
    private readonly List<IBuildExtension> _all;

    public BuildExtensions(NukeBuild build)
    {
        var type = build.GetType();
        _all = type.GetCustomAttributes(typeof(BuildExtensionAttributeBase), inherit: true)
            .Concat(type.GetInterfaces().SelectMany(x => x.GetCustomAttributes(typeof(BuildExtensionAttributeBase), inherit: false)))
            .Cast<BuildExtensionAttributeBase>()
            .ToList<IBuildExtension>();
        if (_all.Exists(x => x.Priority != 0))
            _all = _all.OrderByDescending(x => x.Priority).ToList();
        foreach (var extension in _all.Cast<BuildExtensionAttributeBase>())
            extension.Build = build;
    }

    public void Tell<T>(Action<T> action) where T : IBuildExtension
    {
        foreach (var extension in _all.OfType<T>())
            action(extension);
    }
}
