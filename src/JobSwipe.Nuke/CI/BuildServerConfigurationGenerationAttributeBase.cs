using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>The base of extensions that generate the configuration files of a build.</summary>
public class BuildServerConfigurationGenerationAttributeBase : BuildExtensionAttributeBase
{
    /// <summary>The generators that the build declares.</summary>
    protected static IEnumerable<IConfigurationGenerator> GetGenerators(INukeBuild build)
    {
        foreach (var generator in build.GetType().GetCustomAttributes<ConfigurationAttributeBase>(inherit: true))
        {
            generator.Build = build;
            yield return generator;
        }
    }
}
