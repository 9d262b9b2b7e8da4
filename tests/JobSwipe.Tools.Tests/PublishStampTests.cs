using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Tests;

public sealed class PublishStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public PublishStampTests()
    {
        Write("app/App.csproj", "<Project />");
        Write("app/Program.cs", "one");
        Write("app/obj/generated.cs", "x");
        Write("global.json", "{}");
        Write("publish/App", "binary");
    }

    private PublishStamp Stamp => new(Path.Combine(_folder.Path, "app", "App.csproj"), Path.Combine(_folder.Path, "publish"), _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_current_until_a_source_changes()
    {
        Stamp.IsCurrent.ShouldBeFalse();
        Stamp.Set();
        Stamp.IsCurrent.ShouldBeTrue();

        Write("app/Program.cs", "two");

        Stamp.IsCurrent.ShouldBeFalse();
    }

    [Theory]
    [InlineData("app/New.cs")]
    [InlineData("global.json")]
    public void Sees_new_files_and_shared_settings(string file)
    {
        Stamp.Set();

        Write(file, "changed");

        Stamp.IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public void Does_not_mind_what_compiling_writes()
    {
        Stamp.Set();

        Write("app/obj/generated.cs", "y");

        Stamp.IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public void Can_be_cleared_before_anything_was_published()
    {
        var stamp = new PublishStamp(Path.Combine(_folder.Path, "app", "App.csproj"), Path.Combine(_folder.Path, "artifacts", "deep", "publish"), _folder.Path);

        stamp.Clear();

        stamp.IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public void Is_not_current_without_the_published_folder()
    {
        Stamp.Set();

        Directory.Delete(Path.Combine(_folder.Path, "publish"), recursive: true);

        Stamp.IsCurrent.ShouldBeFalse();
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
