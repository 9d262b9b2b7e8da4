using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>Alembic is not at the one revision that the baseline stands for. Nothing was changed.</summary>
public sealed class AlembicRevisionWrong(string database, string? expected, IReadOnlyList<string>? found) : DeliveryError(
    found is null ? $"'{database}' has no table alembic_version, and the revision {expected} was expected."
        : expected is null ? $"'{database}' is managed by Alembic (at {Revisions(found)}), and no revision was expected."
        : $"Alembic is at {Revisions(found)} in '{database}', and {expected} was expected.",
    found is null ? "Leave --alembic-revision out, if this database was never Alembic's."
        : expected is null ? "Say which revision the baseline's schema is: --alembic-revision …"
        : "Bring the database to that revision with Alembic first.")
{
    private static string Revisions(IReadOnlyList<string> found) => found.Count == 0 ? "no revision" : string.Join(" and ", found);
}
