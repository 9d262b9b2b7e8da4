using Amazon.Runtime;

namespace JobSwipe.Storage;

/// <summary>Who we are to an S3 server, from the environment only.</summary>
internal static class S3Credentials
{
    // Each of these makes the SDK's own chain find something without asking the instance metadata service, which takes seconds elsewhere.
    private static readonly string[] Indirect =
        ["AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    /// <exception cref="StoreCredentialsMissing">The environment says nothing.</exception>
    public static AWSCredentials? FromEnvironment(string location)
    {
        var id = Read("AWS_ACCESS_KEY_ID");
        var secret = Read("AWS_SECRET_ACCESS_KEY");
        if (id is not null && secret is not null)
            return Read("AWS_SESSION_TOKEN") is { } token ? new SessionAWSCredentials(id, secret, token) : new BasicAWSCredentials(id, secret);
        return Indirect.Any(name => Read(name) is not null) ? null : throw new StoreCredentialsMissing(location.Split('?')[0]);
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
