namespace JobSwipe.Storage;

/// <summary>How long what is written cannot be deleted, by anybody (<c>compliance</c>) or by those without a special right (<c>governance</c>).</summary>
/// <param name="Compliance">Whether nobody at all may shorten it.</param>
/// <param name="Days">How many days it holds.</param>
public sealed record ObjectLock(bool Compliance, int Days)
{
    /// <summary>Reads <c>governance:7</c> or <c>compliance:30</c>.</summary>
    /// <exception cref="StoreLocationInvalid">It is neither.</exception>
    internal static ObjectLock Parse(string location, string text) =>
        text.Split(':') is [("governance" or "compliance") and var mode, var days] && int.TryParse(days, out var number) && number is >= 1 and <= 36_500
            ? new ObjectLock(mode == "compliance", number)
            : throw new StoreLocationInvalid(location, $"lock is '{text}', not like governance:7 or compliance:30 (days)");
}
