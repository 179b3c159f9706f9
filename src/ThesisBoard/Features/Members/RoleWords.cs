namespace ThesisBoard.Features.Members;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    /// <summary>"an owner", "a viewer".</summary>
    public static string A(Role role) => role switch
    {
        Role.Owner => "an owner",
        Role.Editor => "an editor",
        Role.Reviewer => "a reviewer",
        Role.Viewer => "a viewer",
        _ => "a guest",
    };

    /// <summary>What the role may do, for whoever gives it.</summary>
    public static string May(Role role) => role switch
    {
        Role.Owner => "everything, people included",
        Role.Editor => "edits, judges and reads",
        Role.Reviewer => "judges and reads",
        Role.Viewer => "reads board, inbox, documents",
        _ => "reads what is public",
    };

    public static IReadOnlyList<Role> Given { get; } = [Role.Viewer, Role.Reviewer, Role.Editor, Role.Owner];
}
