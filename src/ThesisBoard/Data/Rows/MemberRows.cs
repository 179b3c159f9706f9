using ThesisBoard.Features.Members;

namespace ThesisBoard.Data.Rows;

internal sealed class MemberRow : IVersioned
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public Role Role { get; set; }

    /// <summary>Renewed when the role changes or access is withdrawn: cookies made before it stop counting.</summary>
    public Guid SecurityStamp { get; set; }
    public DateTime JoinedAt { get; set; }
    public Guid RowVersion { get; set; }
}

/// <summary>A link that signs one person in once. Only its hash is kept.</summary>
internal sealed class SignInLinkRow
{
    public string TokenHash { get; set; } = "";

    /// <summary>The member it signs in; null when redeeming it creates the member.</summary>
    public Guid? MemberId { get; set; }
    public string Name { get; set; } = "";
    public Role Role { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? UsedAt { get; set; }
}
