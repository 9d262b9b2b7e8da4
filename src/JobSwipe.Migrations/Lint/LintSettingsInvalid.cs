using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint;

/// <summary>The settings of the linter are not understood; nothing was linted.</summary>
public sealed class LintSettingsInvalid(string file, string why, string remedy) : DeliveryError($"{file}: {why.TrimEnd('.')}.", remedy);
