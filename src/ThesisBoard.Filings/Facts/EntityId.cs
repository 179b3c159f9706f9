namespace ThesisBoard.Filings;

/// <summary>Whose fact it is: an identifier in a scheme, for SEC filers the ten-digit CIK in <c>http://www.sec.gov/CIK</c>.</summary>
public readonly record struct EntityId(string Scheme, string Identifier)
{
    public const string CikScheme = "http://www.sec.gov/CIK";

    /// <summary>The ten-digit CIK, or <see langword="null"/> for an entity of another scheme.</summary>
    public string? Cik => Scheme == CikScheme && Identifier.Length <= 10 && Identifier.All(char.IsAsciiDigit)
        ? Identifier.PadLeft(10, '0')
        : null;
}
