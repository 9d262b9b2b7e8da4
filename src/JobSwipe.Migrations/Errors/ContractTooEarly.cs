using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A script takes away what a deployed release still needs. Nothing was run.</summary>
public sealed class ContractTooEarly(string file, string? after, IEnumerable<string> deployed) : DeliveryError(
    after is null
        ? $"{file} is a contract script and does not say which release does without what it takes away, while {string.Join(", ", deployed)} is deployed."
        : $"{file} takes away what releases before {after} need, and {string.Join(", ", deployed)} is deployed.",
    after is null
        ? "Write the first release that does without it into the header: -- phase: contract after 1.4.0"
        : $"Deploy {after} or a newer release everywhere first, and bring this script with the one after it.");
