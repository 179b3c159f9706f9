namespace ThesisBoard.Filings.Html;

/// <summary>Numbers the facts of a file the way the facts reader does, so that a mark on the page finds its fact.</summary>
internal sealed class FactCounter
{
    private int count;

    /// <summary>The tag of the next fact in the file.</summary>
    public string Next(string? id) => FactTag.Of(id?.Trim() ?? "", ++count);
}
