using JobSwipe.Releases.Fly;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Deployments;

/// <summary>A shell script that answers as flyctl does; what it does at a deployment is set by files beside it.</summary>
internal sealed class FakeFlyctl
{
    private const string Script = """
        #!/bin/sh
        cd "$(dirname "$0")"
        # Where its caller dies, when the test says so: before or after what this call does.
        point() {
          [ -e points ] || return 0
          echo "$*" >> points
          [ "$(wc -l < points)" -lt "$(cat kill)" ] || { kill -KILL $PPID; exit 1; }
        }
        point before flyctl "$1" "$2"
        case "$1 $2" in
          deploy*)
            while [ $# -gt 0 ]; do case "$1" in --image) image=$2 ;; esac; shift; done
            digest=${image##*@}
            # What was asked for by name, for one deployment only.
            for rule in lost exit; do
              if [ -e "$rule.${digest#sha256:}" ]; then
                [ "$rule" = lost ] || { echo "$digest" > live; echo "Error: failed to destroy blue machines" >&2; exit 1; }
                exit 0
              fi
            done
            echo "$digest" > live
            point after flyctl deploy ;;
          "machine list") printf '[{"id":"m1","state":"started","image_ref":{"repository":"app","digest":"%s"},"checks":[]}]' "$(cat live)" ;;
          "secrets list") printf '[{"name":"DATABASE_URL","digest":"d"}]' ;;
          "status --app") printf '{"ID":"app","Name":"app","Deployed":true,"Hostname":"app.fly.dev","AppURL":"%s"}' "$(cat url)" ;;
        esac
        """;

    private readonly string _folder;

    public FakeFlyctl(TemporaryFolder folder, Uri url)
    {
        _folder = folder.Path;
        Write("flyctl", Script);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(_folder, "flyctl"), (UnixFileMode)0b111_101_101);
        Write("url", url.ToString());
        Write("live", "");
    }

    public FlyPlatform Platform => new(Path.Combine(_folder, "flyctl"), new Dictionary<string, string?>(), "fake");

    public string Live => File.ReadAllText(Path.Combine(_folder, "live")).Trim();

    /// <summary>The machines run a release, whoever deployed it.</summary>
    public void Serve(Release release) => Write("live", release.Artifact.Digest.ToString());

    /// <summary>flyctl answers 0, and the machines still run what they ran.</summary>
    public void Lose(Release release) => Write("lost." + release.Artifact.Digest.Hex, "");

    /// <summary>flyctl answers 1 although the release serves.</summary>
    public void FailAfterSwitch(Release release) => Write("exit." + release.Artifact.Digest.Hex, "");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
