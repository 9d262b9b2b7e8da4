using JobSwipe.Storage.Tests;

[assembly: AssemblyFixture(typeof(MotoServer))]
