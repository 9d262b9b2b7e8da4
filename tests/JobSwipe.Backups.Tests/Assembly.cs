using JobSwipe.Backups.Tests;
using JobSwipe.Storage.Tests;
using JobSwipe.TestDatabases;

[assembly: AssemblyFixture(typeof(TestPostgres))]
[assembly: AssemblyFixture(typeof(MotoServer))]
[assembly: AssemblyFixture(typeof(Keys))]
