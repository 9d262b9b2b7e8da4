using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JobSwipe.Releases.Inspection;

/// <summary>A YAML file; <see cref="Root"/> is null when it is none, or no mapping.</summary>
internal sealed record YamlFile(SourceFile File, YamlMappingNode? Root, string? Error, int ErrorLine)
{
    public static YamlFile Read(SourceFile file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            return new YamlFile(file, stream.Documents.Count > 0 ? stream.Documents[0].RootNode as YamlMappingNode : null, null, 0);
        }
        catch (YamlException exception)
        {
            return new YamlFile(file, null, exception.InnerException?.Message ?? exception.Message, (int)exception.Start.Line);
        }
    }
}

/// <summary>Short ways through YAML.</summary>
internal static class YamlNodes
{
    public static YamlNode? Get(this YamlNode? node, params string[] path)
    {
        foreach (var key in path)
            node = node is YamlMappingNode map ? map.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: var name } && name == key).Value : null;
        return node;
    }

    public static string? Text(this YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static int Line(this YamlNode node) => (int)node.Start.Line;

    /// <summary>The elements of a sequence, or the node itself.</summary>
    public static IEnumerable<YamlNode> Each(this YamlNode? node) => node switch { null => [], YamlSequenceNode list => list.Children, _ => [node] };

    public static IEnumerable<(string Key, YamlNode Value, int Line)> Pairs(this YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(pair => (pair.Key.Text() ?? "", pair.Value, pair.Key.Line())) : [];

    /// <summary>All scalars in it.</summary>
    public static IEnumerable<YamlScalarNode> Scalars(this YamlNode? node) => node switch
    {
        YamlScalarNode scalar => [scalar],
        YamlSequenceNode list => list.Children.SelectMany(Scalars),
        YamlMappingNode map => map.Children.Values.SelectMany(Scalars),
        _ => [],
    };
}
