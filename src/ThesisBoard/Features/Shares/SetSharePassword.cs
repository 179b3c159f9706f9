using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Shares;

/// <summary>Gives a link another password, or none. Who came in by the old one is out.</summary>
public sealed record SetSharePassword : ShareWrite
{
    private readonly string? password;

    /// <param name="id">The link.</param>
    /// <param name="password">The new password; null or empty for none. Kept out of what a record prints.</param>
    public SetSharePassword(Guid id, string? password)
        : base(id) => this.password = string.IsNullOrEmpty(password) ? null : password;

    private protected override SideOutcome Change(ShareRow link, SideDesk desk)
    {
        var problems = ShareChoices.PasswordProblems(password).ToList();
        if (problems.Count > 0)
            return new SideOutcome.Refused(new WriteResult.Invalid(problems));
        link.PasswordHash = SharePassword.Hash(password);
        return Done(password is null ? "Took the password off a share link" : "Changed the password of a share link");
    }
}
