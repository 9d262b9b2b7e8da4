using System.Linq;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>How GitHub's secrets and variables are called after the parameters that they fill.</summary>
static class VariableName
{
    public static string Of(string parameter) => parameter.SplitCamelHumpsWithKnownWords().JoinUnderscore().ToUpperInvariant();

    /// <summary>A name in lower case with dashes.</summary>
    public static string Dashed(string name) => string.Join('-', name.SplitCamelHumpsWithKnownWords().Select(word => word.ToLowerInvariant()));
}
