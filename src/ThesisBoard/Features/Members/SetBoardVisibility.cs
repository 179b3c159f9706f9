namespace ThesisBoard.Features.Members;

/// <summary>Lets everybody who reaches this server read a board, or only its members.</summary>
public sealed record SetBoardVisibility(bool IsPublic) : AccessWrite
{
    internal override Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct)
    {
        if (desk.Board.IsPublic != IsPublic)
            desk.Summary = IsPublic ? "Opened the board to everybody" : "Closed the board to all but its members";
        desk.Board.IsPublic = IsPublic;
        return Task.FromResult<AccessResult>(new AccessResult.Saved());
    }
}
