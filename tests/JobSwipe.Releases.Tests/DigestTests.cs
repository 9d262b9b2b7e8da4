using JobSwipe.Tools;

namespace JobSwipe.Releases.Tests;

public sealed class DigestTests
{
    private const string Text = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    [Fact]
    public void Is_the_SHA_256_of_the_bytes() => Digest.Of("hello"u8).ToString().ShouldBe(Text);

    [Fact]
    public void Travels_through_JSON_as_text() => Json.Read<Digest>(Json.Write(Digest.Parse(Text)), "digest").ShouldBe(Digest.Parse(Text));

    [Theory]
    [InlineData("latest")]
    [InlineData("v1.2.3")]
    [InlineData("sha256:2cf2")]
    [InlineData("sha256:2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824")]
    [InlineData("")]
    public void Refuses_a_tag(string text) => Should.Throw<DigestInvalid>(() => Digest.Parse(text)).Remedy.ShouldContain("by digest");
}
