using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A database is not one to adopt. Nothing was changed.</summary>
public sealed class AdoptionRefused(string database, string why, string remedy) : DeliveryError($"The database '{database}' {why}.", remedy);
