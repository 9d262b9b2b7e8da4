using System.Collections.Generic;
using System.Linq;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>A step that uses a pinned action.</summary>
sealed class ActionStep(string name, string action, object attribute, params (string Name, string Value)[] settings) : GitHubActionsStep
{
    readonly string Uses = ActionPins.Pinned(action, attribute);

    /// <summary>When it runs; null for only after success.</summary>
    public string Condition { get; init; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {name}");
        using (writer.Indent())
        {
            if (Condition is not null) writer.WriteLine($"if: {Condition}");
            writer.WriteLine($"uses: {Uses}");
            writer.WriteLine("with:");
            using (writer.Indent())
                foreach (var (key, value) in settings) WriteSetting(writer, key, value);
        }
    }

    static void WriteSetting(CustomFileWriter writer, string key, string value)
    {
        if (!value.Contains('\n'))
        {
            writer.WriteLine($"{key}: {value}");
            return;
        }
        writer.WriteLine($"{key}: |");
        using (writer.Indent())
            foreach (var line in value.Split('\n')) writer.WriteLine(line);
    }
}
