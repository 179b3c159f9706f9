using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Marks a filing as gone through.</summary>
public sealed record FinishFiling(Guid Id) : MoveFiling(Id)
{
    private protected override string Trouble => "The filing cannot be marked as done.";

    private protected override FilingState? Next(FilingRow filing) => filing.State == FilingState.New ? FilingState.Done : null;
}
