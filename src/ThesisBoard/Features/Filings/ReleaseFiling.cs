using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Lets a held filing in: a person looked at the warning, which stays beside it.</summary>
public sealed record ReleaseFiling(Guid Id) : MoveFiling(Id)
{
    private protected override string Trouble => "The filing need not be let in.";

    private protected override FilingState? Next(FilingRow filing)
    {
        if (filing.State != FilingState.Held)
            return null;
        filing.IsReleased = true;
        return FilingState.New;
    }
}
