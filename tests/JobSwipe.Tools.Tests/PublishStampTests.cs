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
    public void Publishes_once_until_a_source_changes()
    {
        Publish().ShouldBeTrue();
        Publish().ShouldBeFalse();

        Write("app/Program.cs", "two");

        Publish().ShouldBeTrue();
    }

    [Theory]
    [InlineData("app/New.cs")]
    [InlineData("global.json")]
    public void Sees_new_files_and_shared_settings(string file)
    {
        Publish();

        Write(file, "changed");

        Publish().ShouldBeTrue();
    }

    [Fact]
    public void Does_not_mind_what_compiling_writes()
    {
        Publish();

        Write("app/obj/generated.cs", "y");

        Publish().ShouldBeFalse();
    }

    [Fact]
    public void Publishes_again_without_the_published_folder()
    {
        Publish();

        Directory.Delete(Path.Combine(_folder.Path, "publish"), recursive: true);

        Publish().ShouldBeTrue();
    }

    [Fact]
    public void Publishes_again_what_failed()
    {
        Should.Throw<InvalidOperationException>(() => Stamp.Publish(() => throw new InvalidOperationException("half of it is there")));

        Publish().ShouldBeTrue();
    }

    [Fact]
    public async Task Two_at_once_take_turns_and_the_second_has_nothing_to_do()
    {
        using var inside = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var first = Task.Run(() => Stamp.Publish(() =>
        {
            inside.Release();
            go.Wait();
        }), TestContext.Current.CancellationToken);
        await inside.WaitAsync(TestContext.Current.CancellationToken);
        var second = Task.Run(Publish, TestContext.Current.CancellationToken);

        go.Release();

        (await first).ShouldBeTrue();
        (await second).ShouldBeFalse();
    }

    private bool Publish() => Stamp.Publish(() => Directory.CreateDirectory(Path.Combine(_folder.Path, "publish")));

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
