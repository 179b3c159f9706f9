using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Puts a filing aside; it can be brought back.</summary>
public sealed record DismissFiling(Guid Id) : MoveFiling(Id)
{
    private protected override string Trouble => "The filing cannot be dismissed.";

    private protected override FilingState? Next(FilingRow filing) => filing.State == FilingState.Dismissed ? null : FilingState.Dismissed;
}
