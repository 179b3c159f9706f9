namespace ThesisBoard.Features.Members;

/// <summary>Who may see one board, and as what. Immutable, and shared by all requests.</summary>
/// <param name="IsPublic">Everybody who reaches this server may read it.</param>
/// <param name="Members">The roles on this board alone, by account.</param>
/// <param name="RowVersion">What a change of it must have seen.</param>
public sealed record BoardAccess(bool IsPublic, IReadOnlyDictionary<Guid, Role> Members, Guid RowVersion)
{
    /// <summary>A board of which nothing is settled is for those who have a role on every board.</summary>
    public static BoardAccess Private { get; } = new(false, new Dictionary<Guid, Role>(), Guid.Empty);

    /// <summary>The stronger of the role on every board and the role on this one.</summary>
    public Role RoleOf(Actor actor) => actor.Capped(actor.MemberId is { } id && Members.TryGetValue(id, out var here) && here > actor.Role ? here : actor.Role);

    /// <summary>True when the actor may look at it.</summary>
    public bool MayRead(Actor actor) => IsPublic || RoleOf(actor).May(Permission.Read);
}
