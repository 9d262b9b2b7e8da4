using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public static string GetSHA256Hash(this string str) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));
}
