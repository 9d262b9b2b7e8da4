using System.Globalization;
using JobSwipe.Backups;
using JobSwipe.Backups.Physical;
using JobSwipe.Backups.Tests;
using JobSwipe.Tools.Processes;

// This assembly is also the program that tests kill: a backup, a restore or an archiver in a process of its own.
if (args is not ["child", ..])
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);

var url = DatabaseUrl.Parse(Environment.GetEnvironmentVariable("CHILD_DATABASE")!);
var store = ObjectStores.Open(args[2]);
Console.WriteLine("begun");
switch (args[1])
{
    case "backup":
        await Backup.CreateAsync(url, store, new BackupOptions { Recipients = [args[3]], SplitAbove = 100_000 });
        break;
    case "restore":
        await Restore.RunAsync(store, null, url, args[3], new RestoreOptions { Replace = true });
        break;
    case "wal":
        var flush = TimeSpan.FromMilliseconds(int.Parse(args[4], CultureInfo.InvariantCulture));
        await WalArchive.RunAsync(url, store, new WalArchiveOptions { Recipients = [args[3]], Flush = flush }, cancellation: Interruption.Token);
        break;
}
Console.WriteLine("done");
return 0;
