using System;

namespace Workflows;

/// <summary>A workflow that must not be written, with the attribute that declares it.</summary>
sealed class WorkflowError(object attribute, string what) : Exception($"{attribute} {what}");

/// <summary>Committed workflows are not what the build declares.</summary>
sealed class WorkflowsDiffer(string differences) : Exception($"{differences}{Environment.NewLine}Run ./build.sh GenerateWorkflows and commit what it wrote.");
