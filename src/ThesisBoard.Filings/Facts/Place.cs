using System.Globalization;

namespace ThesisBoard.Filings;

/// <summary>Where something stands in a file as stored: line and column count from 1.</summary>
/// <param name="Document">Name of the document within the report; empty when only one was given.</param>
public readonly record struct Place(int Line, int Column, string Document = "")
{
    public override string ToString() =>
        (Document.Length == 0 ? "" : Document + ":") + string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
