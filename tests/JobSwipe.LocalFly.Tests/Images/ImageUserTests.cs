using JobSwipe.LocalFly.Images;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests.Images;

/// <summary>As engines read USER: names in the image's own files, numbers with group 0 when nobody knows them.</summary>
public sealed class ImageUserTests
{
    [Theory]
    [InlineData("", "0:0", "/root")]
    [InlineData("app", "100:200", "/srv")]
    [InlineData("100", "100:200", "/srv")]
    [InlineData("app:staff", "100:50", "/srv")]
    [InlineData("65532", "65532:0", "/")]
    [InlineData("65532:65532", "65532:65532", "/")]
    public void Is_looked_up_in_the_image(string user, string id, string home)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("etc"));
        File.WriteAllText(folder.File("etc/passwd"), "root:x:0:0::/root:/bin/sh\napp:x:100:200::/srv:/bin/sh\n");
        File.WriteAllText(folder.File("etc/group"), "staff:x:50:\n");

        ImageUser.Of(folder.Path, user).ShouldBe(new ImageUser(id, home));
    }
}
