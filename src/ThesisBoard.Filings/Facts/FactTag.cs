using System.Globalization;

namespace ThesisBoard.Filings;

/// <summary>What marks one fact on the page that shows it.</summary>
internal static class FactTag
{
    /// <summary>The element's own id or, lacking one, its number among all facts of the file: <c>#12</c>.</summary>
    public static string Of(string id, int number) => id.Length > 0 ? id : string.Create(CultureInfo.InvariantCulture, $"#{number}");
}
