using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A script cannot be used as it is; nothing was run.</summary>
public sealed class ScriptNotUsable(string file, int? line, string why, string remedy)
    : DeliveryError($"{file}{(line is null ? "" : $":{line}")}: {why}.", remedy);
