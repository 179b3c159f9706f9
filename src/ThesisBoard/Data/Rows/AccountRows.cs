using Microsoft.AspNetCore.Identity;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data.Rows;

/// <summary>A person who signs in. ASP.NET Core Identity keeps the ways in; a way in may be a one-time link alone, without address or password.</summary>
public sealed class AccountRow : IdentityUser<Guid>, IVersioned
{
    /// <summary>The name that stands beside what the person changes; not unique, and no way in.</summary>
    public string Name { get; set; } = "";

    /// <summary>The role on every board of this installation; <see cref="Role.Anonymous"/> for a guest, who has roles on single boards only.</summary>
    public Role Role { get; set; }
    public DateTime JoinedAt { get; set; }
    public Guid RowVersion { get; set; }

    internal static AccountRow Create(Guid id, string name, Role role, DateTime now) => new()
    {
        Id = id,
        UserName = $"{id:n}",
        NormalizedUserName = $"{id:N}".ToUpperInvariant(),
        SecurityStamp = $"{Guid.NewGuid():n}",
        Name = name,
        Role = role,
        JoinedAt = now,
        LockoutEnabled = true,
    };
}

/// <summary>A link that signs one person in once. Only its hash is kept.</summary>
internal sealed class SignInLinkRow
{
    public string TokenHash { get; set; } = "";

    /// <summary>The account it signs in; null when redeeming it creates the account.</summary>
    public Guid? AccountId { get; set; }
    public string Name { get; set; } = "";
    public Role Role { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? UsedAt { get; set; }
}

/// <summary>
/// What is settled about a board beside its record: who may see it. By name and not by the board's row, so that it outlives a removal that is taken back;
/// a new board of the same name begins without it. Everything that people leave around a board hangs on this row.
/// </summary>
internal sealed class AccessRow : IVersioned
{
    public string Slug { get; set; } = "";

    /// <summary>Everybody who reaches this server may read the board.</summary>
    public bool IsPublic { get; set; }
    public Guid RowVersion { get; set; }
    public List<BoardMemberRow> Members { get; set; } = [];
    public List<InvitationRow> Invitations { get; set; } = [];
}

/// <summary>The role of one account on one board.</summary>
internal sealed class BoardMemberRow
{
    public string Slug { get; set; } = "";
    public Guid AccountId { get; set; }
    public Role Role { get; set; }
    public DateTime JoinedAt { get; set; }
}

/// <summary>A link that gives one person a role on one board, once. Only its hash is kept.</summary>
internal sealed class InvitationRow
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public string TokenHash { get; set; } = "";
    public Role Role { get; set; }

    /// <summary>For whom it is meant, where that was said; whoever has the link may use it.</summary>
    public string Email { get; set; } = "";
    public string By { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
}

/// <summary>One change of who may do what on a board. By name, and kept when the board is removed, as the log of its record is.</summary>
internal sealed class AccessChangeRow
{
    public long Id { get; set; }
    public string Slug { get; set; } = "";
    public DateTime At { get; set; }
    public Guid? MemberId { get; set; }
    public string By { get; set; } = "";
    public string Verb { get; set; } = "";
    public string Summary { get; set; } = "";
}

/// <summary>One browser in which an account is signed in. Without its row the cookie is worth nothing.</summary>
internal sealed class SessionRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public string Device { get; set; } = "";
    public DateTime StartedAt { get; set; }
    public DateTime SeenAt { get; set; }
}

/// <summary>A secret by which programs act for an account. Only its hash is kept.</summary>
internal sealed class PersonalTokenRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public string TokenHash { get; set; } = "";
    public string Name { get; set; } = "";
    public bool MayWrite { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? UsedAt { get; set; }
}
