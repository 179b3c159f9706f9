using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Filings;

/// <summary>Puts a filing that was dismissed or done back where it waited; one that nobody let in is held again.</summary>
public sealed record BringBackFiling(Guid Id) : MoveFiling(Id)
{
    private protected override string Trouble => "The filing cannot be brought back.";

    private protected override FilingState? Next(FilingRow filing) => filing.State switch
    {
        FilingState.New or FilingState.Held => null,
        _ => filing is { Warning.Length: > 0, IsReleased: false } ? FilingState.Held : FilingState.New,
    };
}
