using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Tables;

/// <summary>Counts the cells and characters of all tables of a file.</summary>
internal sealed class CellBudget(ReadBudget budget)
{
    private int cells;
    private long characters;

    public void TakeCells(int count)
    {
        budget.CountStep();
        cells += count;
        if (cells > budget.Limits.MaxCells)
            throw new FilingException(FilingErrorKind.TooManyCells, $"The file has more than {budget.Limits.MaxCells:N0} cells.");
    }

    public string Take(string text)
    {
        characters += text.Length;
        if (characters > budget.Limits.MaxTextCharacters)
            throw new FilingException(FilingErrorKind.TooMuchText, $"The cells hold more than {budget.Limits.MaxTextCharacters:N0} characters.");
        return text;
    }
}
