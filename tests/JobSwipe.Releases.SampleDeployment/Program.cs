using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.SampleDeployment;
using JobSwipe.Tools.Postgres;

// Deploys a release, until its point is reached: folder, release.json; the database is in DATABASE_URL.
var sample = new DeploymentSample(args[0], DatabaseUrl.Parse(Environment.GetEnvironmentVariable("DATABASE_URL")!));
try
{
    await sample.Deployment(new MortalStore(sample.Target.Store, args[0]), Console.WriteLine).RunAsync(new DeploymentRequest { Release = Release.Load(args[1]) });
    return 0;
}
catch (DeploymentFailed failed)
{
    Console.WriteLine(failed.Message);
    return 1;
}
