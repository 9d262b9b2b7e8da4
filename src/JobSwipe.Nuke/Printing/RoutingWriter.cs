using System.Text;

namespace Nuke.Common.Printing;

/// <summary>Stands in for <see cref="Console.Out"/>.</summary>
internal sealed class RoutingWriter(BuildConsole console) : TextWriter
{
    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value) => console.Write([value]);

    public override void Write(string value) => console.Write(value);

    public override void Write(char[] buffer, int index, int count) => console.Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => console.Write(buffer);

    public override void WriteLine() => console.Write("\n");

    public override void WriteLine(string value) => console.Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => console.Write(string.Concat(buffer, "\n"));
}
