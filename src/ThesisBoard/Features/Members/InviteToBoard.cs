using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Members;

/// <summary>Makes a link that gives one person a role on a board, once.</summary>
/// <param name="Days">How long it works.</param>
/// <param name="Email">For whom it is meant; blank where nobody needs to know.</param>
public sealed record InviteToBoard(Role Role, int Days, string Email = "") : AccessWrite
{
    public const int LongestDays = 90;

    /// <summary>How many may be open on one board: more is a mistake, or somebody who plays.</summary>
    private const int MostOpen = 200;

    internal override Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct) => Task.FromResult(Make(desk));

    private AccessResult Make(AccessDesk desk)
    {
        if (!RoleWords.Given.Contains(Role))
            return new AccessResult.Invalid("Choose a role.");
        if (Days is < 1 or > LongestDays)
            return new AccessResult.Invalid($"An invitation works for 1 to {LongestDays} days.");
        if (Email.Length > 0 && !Mailer.IsAddress(Email))
            return new AccessResult.Invalid($"“{Email}” is no e-mail address.");
        var now = desk.Moment.Utc;
        desk.Db.RemoveRange(desk.Board.Invitations.Where(i => i.ExpiresAt <= now));
        if (desk.Board.Invitations.Count(i => i.ExpiresAt > now) >= MostOpen)
            return new AccessResult.Invalid($"{MostOpen} invitations are open. Withdraw some first.");
        var token = LinkToken.New();
        desk.Board.Invitations.Add(new()
        {
            Id = Guid.CreateVersion7(),
            Slug = desk.Board.Slug,
            TokenHash = LinkToken.HashOf(token),
            Role = Role,
            Email = Email,
            By = desk.Moment.Actor.Name,
            CreatedAt = now,
            ExpiresAt = now.AddDays(Days),
        });
        desk.Summary = $"Invited {(Email.Length > 0 ? Email : "somebody by link")} as {RoleWords.A(Role)}";
        return new AccessResult.Saved(token);
    }
}
