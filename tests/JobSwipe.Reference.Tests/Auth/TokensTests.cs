using JobSwipe.Reference.Auth;

namespace JobSwipe.Reference.Tests.Auth;

public class TokensTests
{
    private readonly Tokens _tokens = new("one key", TimeProvider.System);

    [Fact]
    public void A_token_tells_its_user()
    {
        var user = Guid.NewGuid();
        _tokens.Read(_tokens.Issue(user)).ShouldBe(user);
    }

    [Fact]
    public void Another_key_s_token_is_refused() => new Tokens("another key", TimeProvider.System).Read(_tokens.Issue(Guid.NewGuid())).ShouldBeNull();

    [Fact]
    public void An_expired_token_is_refused() => _tokens.Read(new Tokens("one key", new Past()).Issue(Guid.NewGuid())).ShouldBeNull();

    [Fact]
    public void No_single_character_can_be_changed()
    {
        var token = _tokens.Issue(Guid.NewGuid());
        for (var at = 0; at < token.Length; at++)
        {
            // The last of 75 characters carries spare bits in no position: 56 bytes end inside it.
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            _tokens.Read(changed).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void Anything_else_is_refused(string token) => _tokens.Read(token).ShouldBeNull();

    private sealed class Past : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow - Tokens.Lifetime - TimeSpan.FromSeconds(2);
    }
}
