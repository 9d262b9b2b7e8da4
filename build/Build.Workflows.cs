using Components;
using Nuke.Common.CI.GitHubActions;
using Workflows;

[WorkflowGenerator]

[DeliveryWorkflow("ci", OnPushBranches = ["main"], OnPullRequestBranches = ["main"], ConcurrencyCancelInProgress = true)]
[WorkflowJob("ci", "test", nameof(IRunTests.Test), Arguments = "--install-tools", TimeoutMinutes = 60)]
[WorkflowJob("ci", "secrets", nameof(IScan.GitleaksScan), Arguments = "--install-tools", FullHistory = true)]
[WorkflowJob("ci", "migrations", nameof(IProveMigrations.MigrateTest), Arguments = "--install-tools")]
[WorkflowJob("ci", "image", nameof(IBuildImage.DockerBuild), Arguments = "--install-tools", FullHistory = true)]
[WorkflowJob("ci", "vulnerabilities", nameof(IScan.Trivy), nameof(ISecurity.DependencyScan), nameof(ISecurity.StaticAnalysis), Arguments = "--install-tools")]
[WorkflowJob("ci", "mobile", nameof(IMobile.FlutterBuild), TimeoutMinutes = 45)]

[DeliveryWorkflow("mobile", OnPushTags = ["v*"], OnDispatch = true)]
// The history gives the version, and the commit the build number. Testers get it first; people roll it out further.
[WorkflowJob("mobile", "android", nameof(IMobile.FlutterBuild), nameof(IMobile.DeployMobile), Arguments = "--track internal", FullHistory = true, TimeoutMinutes = 45,
    EnvironmentName = "play-store", Secrets = ["StoreKey", "AndroidKeystore", "AndroidStorePassword", "AndroidKeyPassword"], Variables = ["PlayPackage", "AndroidKeyAlias"])]
[WorkflowJob("mobile", "ios", nameof(IMobile.FlutterBuild), nameof(IMobile.DeployMobile), Arguments = "--mobile-target ipa --track internal", FullHistory = true,
    Image = GitHubActionsImage.MacOsLatest, TimeoutMinutes = 60, EnvironmentName = "app-store", Secrets = ["StoreKey"])]

[DeliveryWorkflow("deliver", OnPushBranches = ["main"])]
[WorkflowJob("deliver", "image", nameof(IBuildImage.DockerBuild), Arguments = "--install-tools", FullHistory = true)]
// What it decides is kept in the store under the release's digest, where production asks for it. Its environment may write there and no more.
[WorkflowJob("deliver", "security", nameof(IScan.Trivy), nameof(IScan.GitleaksScan), nameof(ISecurity.DependencyScan), nameof(ISecurity.StaticAnalysis), nameof(ISecurity.SecurityGate),
    Arguments = "--install-tools --strict", FullHistory = true, EnvironmentName = "security", Secrets = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["Store"])]
[WorkflowJob("deliver", "attest", Attests = nameof(IBuildImage.DockerBuild), TimeoutMinutes = 10)]
[WorkflowJob("deliver", "staging", nameof(IDeploy.DeployStaging), nameof(ISmokeTest.SmokeTest), Needs = ["security", "attest"],
    Arguments = "--profile staging --install-tools", EnvironmentName = "staging",
    Secrets = ["FlyApiToken", "DatabaseUrl", "DatabaseToken", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["DatabaseApp", "Store", "AgeRecipients"])]
// Where the identity is that opens backups, as for the drill: production takes only migrations that were tried on a copy of its data.
[WorkflowJob("deliver", "rehearsal", nameof(IProveMigrations.MigrateRehearse), Needs = ["staging"],
    Arguments = "--install-tools", EnvironmentName = "restore-drill", TimeoutMinutes = 120,
    Secrets = ["AgeIdentityKey", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["Store"])]
[WorkflowJob("deliver", "production", nameof(IDeploy.DeployProd), Needs = ["rehearsal"], VerifiesAttestation = true,
    Arguments = "--profile production --install-tools", EnvironmentName = "production",
    Secrets = ["FlyApiToken", "DatabaseUrl", "DatabaseToken", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["DatabaseApp", "Store", "AgeRecipients"])]

[DeliveryWorkflow("promote", RunName = "promote {Release} to {DeliveryEnvironment}: {Reason}", Inputs =
    ["DeliveryEnvironment: Where it is deployed [staging, production]", "Release: Version or digest of a release that passed staging", "Reason: Why it is promoted now"])]
[WorkflowJob("promote", "rehearsal", nameof(IProveMigrations.MigrateRehearse),
    Arguments = "--install-tools", EnvironmentName = "restore-drill", TimeoutMinutes = 120,
    Secrets = ["AgeIdentityKey", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["Store"])]
[WorkflowJob("promote", "promote", nameof(IDeploy.Promote), Needs = ["rehearsal"], VerifiesAttestation = true,
    Arguments = "--install-tools", EnvironmentName = "{DeliveryEnvironment}",
    Secrets = ["FlyApiToken", "DatabaseUrl", "DatabaseToken", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["DatabaseApp", "Store", "AgeRecipients"])]

[DeliveryWorkflow("rollback", RunName = "rollback of {DeliveryEnvironment}: {Reason}", Inputs =
    ["DeliveryEnvironment: What goes back to the release before [staging, production]", "Reason: Why it goes back"])]
[WorkflowJob("rollback", "rollback", nameof(IDeploy.Rollback),
    Arguments = "--install-tools", EnvironmentName = "{DeliveryEnvironment}",
    Secrets = ["FlyApiToken", "DatabaseUrl", "DatabaseToken", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["DatabaseApp", "Store", "AgeRecipients"])]

[DeliveryWorkflow("backup", Crons = ["17 2 * * *"], OnDispatch = true)]
[WorkflowJob("backup", "production", nameof(IBackUp.Backup),
    Arguments = "--profile production --install-tools", EnvironmentName = "production", TimeoutMinutes = 120,
    Secrets = ["DatabaseUrl", "DatabaseToken", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["DatabaseApp", "Store", "AgeRecipients"])]

// The identity that opens backups lives in an environment of its own: the machine that takes backups cannot read them.
[DeliveryWorkflow("drill", Crons = ["41 3 * * 0"], OnDispatch = true)]
[WorkflowJob("drill", "restore", nameof(IBackUp.RestoreDrill), Arguments = "--install-tools", EnvironmentName = "restore-drill", TimeoutMinutes = 120,
    Secrets = ["AgeIdentityKey", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["Store"])]

[DeliveryWorkflow("security", Crons = ["23 4 * * 1"], OnDispatch = true)]
// One job: the gate reads what the scanners of the same machine left.
[WorkflowJob("security", "gate", nameof(IBuildImage.DockerBuild), nameof(IScan.Trivy), nameof(IScan.GitleaksScan), nameof(ISecurity.DependencyScan), nameof(ISecurity.StaticAnalysis),
    nameof(ISecurity.SecurityGate), Arguments = "--install-tools --strict", FullHistory = true,
    EnvironmentName = "security", Secrets = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], Variables = ["Store"])]

[DeliveryWorkflow("workflows", OnPushBranches = ["main"], OnPullRequestBranches = ["main"], ConcurrencyCancelInProgress = true)]
[WorkflowJob("workflows", "drift", nameof(IWorkflows.CheckWorkflows), TimeoutMinutes = 10)]
partial class Build;
