using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Asks a person for the name of a database that is about to be replaced. Without a terminal nobody is asked: the name must be a parameter then.</summary>
public static class ReplaceConfirmation
{
    /// <summary>Goes on only when the name was given.</summary>
    /// <param name="database">The database.</param>
    /// <param name="needed">Whether it needs one.</param>
    /// <param name="given">The name that came as a parameter.</param>
    /// <exception cref="ReplaceNotConfirmed">It was not given, or another one.</exception>
    public static void Require(string database, bool needed, string? given) =>
        Require(database, needed, given, Console.IsInputRedirected || Console.IsOutputRedirected ? null : Ask);

    internal static void Require(string database, bool needed, string? given, Func<string, string?>? ask)
    {
        if (!needed) return;
        var name = given ?? ask?.Invoke($"The database '{database}' will be replaced. Its name, to go on: ");
        if (name?.Trim() != database) throw new ReplaceNotConfirmed(database, name);
    }

    private static string? Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine();
    }
}

/// <summary>Nobody confirmed that a database may be replaced. Nothing was changed.</summary>
public sealed class ReplaceNotConfirmed(string database, string? given) : DeliveryError(
    given is null ? $"The database '{database}' would be replaced, and nobody confirmed it." : $"The database '{database}' would be replaced, and '{given}' was confirmed.",
    $"Nothing was changed. Give its name on the terminal, or as --confirm-database {database}");
