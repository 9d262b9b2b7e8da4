using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SecretInArguments : InspectRule
{
    public override string Why => "Every user of the machine can read a program's arguments, and shells and CI logs keep them.";

    public override string Fix => "Give it by standard input ('fly secrets import'), by a variable in env:, or by a file.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Words.Count > 0 && !command.Is("echo", "printf", "export", "test", "[", "[[", "read")))
                foreach (var word in command.Words.Skip(1))
                    if (IsSecret(word)) yield return block.At(command, $"{command.Program} gets a secret as an argument: {NameIn(word)}");
    }

    private static bool IsSecret(string word) => Regex.IsMatch(word, @"\$\{\{\s*secrets\.(?!GITHUB_TOKEN)")
        || Regex.IsMatch(word, @"^[""']?(--?(password|passwd|token|access-token|secret|secret-key|api-key)[=]|[A-Z_]*(PASSWORD|SECRET|TOKEN|SECRET_KEY|API_KEY|PRIVATE_KEY)=)[""']?\$\{?[A-Za-z_]\w*")
        || Regex.IsMatch(word, @"^[""']?https?://[^/\s]*:\$\{?\w*(PASS|TOKEN|SECRET)\w*\}?@");

    private static string NameIn(string word) => Regex.Match(word, @"secrets\.\w+|--?[\w-]+(?==)|[A-Z_]+").Value;
}
