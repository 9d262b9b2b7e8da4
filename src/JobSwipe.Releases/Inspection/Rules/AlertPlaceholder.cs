using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class AlertPlaceholder : InspectRule
{
    public override string Why => "Alerts go to nobody: the address was never filled in, and Alertmanager expands no variables.";

    public override string Fix => "Fill in the real receiver from a secret file (api_url_file, smtp_auth_password_file), and send a test alert.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var config in at.Monitoring.Alertmanagers)
            foreach (var scalar in config.Root.Get("receivers").Scalars().Concat(config.Root.Get("global").Scalars()))
                if (Regex.IsMatch(scalar.Value ?? "", @"\byour[-_ ]?\w*|YOUR[_-]|change[-_]?me|placeholder|<[\w -]+>|@example\.(com|org)|\.example\.(com|org)|hooks\.slack\.com/services/(X+|T0+|XXX|\.\.\.|YOUR)|\$\{?[A-Z_]{3,}\}?", RegexOptions.IgnoreCase))
                    yield return config.File.At(scalar.Line(), $"'{scalar.Value}' is a placeholder");
    }
}
