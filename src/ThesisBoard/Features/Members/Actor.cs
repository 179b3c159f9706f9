using System.Security.Claims;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>Who acts. The role of a member here is only for showing buttons: every write looks the member up again, so that a withdrawn role ends at once.</summary>
public sealed record Actor
{
    private const string StampClaim = "thesisboard:stamp";
    private const string SessionClaim = "thesisboard:session";
    private const string EverywhereClaim = "thesisboard:everywhere";
    private const string TokenClaim = "thesisboard:token";
    private const string ReadsClaim = "thesisboard:reads";

    private Actor(Guid? memberId, string name, Role role, string stamp) => (MemberId, Name, Role, Everywhere, Stamp) = (memberId, name, role, role, stamp);

    /// <summary>Nobody known.</summary>
    public static Actor Anonymous { get; } = new(null, "", Role.Anonymous, "");

    /// <summary>The member, when there is one.</summary>
    public Guid? MemberId { get; }

    /// <summary>The name in the log.</summary>
    public string Name { get; }

    /// <summary>The role on every board; in a request to one board, the role there.</summary>
    public Role Role { get; private init; }

    /// <summary>The role on every board, in a request to one board too.</summary>
    public Role Everywhere { get; private init; }

    /// <summary>The browser in which the member is signed in; null for a member who just was let in.</summary>
    internal Guid? SessionId { get; private init; }

    /// <summary>The personal token by which a program acts for the member; null in a browser.</summary>
    internal Guid? TokenId { get; private init; }

    /// <summary>The token only reads: whatever the member may do, this actor does no more than a viewer.</summary>
    internal bool OnlyReads { get; private init; }

    internal string Stamp { get; }

    /// <summary>The machine itself: whoever starts the program holds the database anyway.</summary>
    public static Actor Machine(string name) => new(null, name, Role.Owner, "");

    /// <summary>The signed-in member, or nobody.</summary>
    public static Actor From(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true }
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && user.FindFirstValue(StampClaim) is { Length: > 0 } stamp
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
        && Enum.TryParse<Role>(user.FindFirstValue(EverywhereClaim), out var everywhere)
            ? new(id, user.FindFirstValue(ClaimTypes.Name) ?? "", role, stamp)
            {
                Everywhere = everywhere,
                SessionId = Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null,
                TokenId = Guid.TryParse(user.FindFirstValue(TokenClaim), out var token) ? token : null,
                OnlyReads = user.HasClaim(ReadsClaim, "only"),
            }
            : Anonymous;

    /// <summary>True when the person may do this, as far as is known here.</summary>
    public bool May(Permission permission) => Role.May(permission);

    /// <summary>The same person with another role, as on one board.</summary>
    internal Actor With(Role role) => this with { Role = Capped(role) };

    /// <summary>As much of a role as the actor brings along.</summary>
    internal Role Capped(Role role) => OnlyReads && role > Role.Viewer ? Role.Viewer : role;

    /// <summary>The same person, signed in by this session.</summary>
    internal Actor In(Guid? session) => this with { SessionId = session };

    /// <summary>A program that acts for the person by a token.</summary>
    internal Actor By(Guid token, bool mayWrite)
    {
        var program = this with { TokenId = token, OnlyReads = !mayWrite };
        return program with { Role = program.Capped(Role), Everywhere = program.Capped(Everywhere) };
    }

    internal static Actor Member(AccountRow account) => new(account.Id, account.Name, account.Role, account.SecurityStamp!);

    internal ClaimsPrincipal Principal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{MemberId}"),
            new(ClaimTypes.Name, Name),
            new(ClaimTypes.Role, $"{Role}"),
            new(EverywhereClaim, $"{Everywhere}"),
            new(StampClaim, Stamp),
            .. SessionId is { } session ? [new Claim(SessionClaim, $"{session}")] : Array.Empty<Claim>(),
            .. TokenId is { } token ? [new Claim(TokenClaim, $"{token}")] : Array.Empty<Claim>(),
            .. OnlyReads ? [new Claim(ReadsClaim, "only")] : Array.Empty<Claim>(),
        ],
        scheme));
}
