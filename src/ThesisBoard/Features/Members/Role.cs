using System.Diagnostics.CodeAnalysis;

namespace ThesisBoard.Features.Members;

/// <summary>What a person is to a board, or to every board of this installation, weakest first.</summary>
public enum Role
{
    /// <summary>Nobody known.</summary>
    Anonymous,

    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Reads, comments and judges criteria.</summary>
    Reviewer,

    /// <summary>Makes and edits boards.</summary>
    Editor,

    /// <summary>Everything, members and removal included.</summary>
    Owner,
}

/// <summary>What a write needs.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The word of the field; the code-access security class is gone.")]
public enum Permission
{
    /// <summary>Look at a board, export it. A public board needs no role.</summary>
    Read,

    /// <summary>Look at the inbox and at stored documents.</summary>
    ReadFilings,

    /// <summary>Read what members say beside the record.</summary>
    ReadComments,

    /// <summary>Comment, resolve.</summary>
    Comment,

    /// <summary>Judge a criterion.</summary>
    Judge,

    /// <summary>Change what a board holds.</summary>
    Edit,

    /// <summary>Make a new board.</summary>
    Create,

    /// <summary>Remove a board.</summary>
    Remove,

    /// <summary>Add and remove members.</summary>
    ManageMembers,

    /// <summary>Make links by which others read a board, and revoke them again.</summary>
    Share,

    /// <summary>See and revoke the links that others made.</summary>
    ManageShares,
}

/// <summary>The one table of who may do what.</summary>
public static class Roles
{
    /// <summary>True when the role carries the permission.</summary>
    public static bool May(this Role role, Permission permission) => permission switch
    {
        Permission.Read or Permission.ReadFilings or Permission.ReadComments => role >= Role.Viewer,
        Permission.Judge or Permission.Comment => role is Role.Reviewer or Role.Editor or Role.Owner,
        Permission.Edit or Permission.Create or Permission.Share => role is Role.Editor or Role.Owner,
        Permission.Remove or Permission.ManageMembers or Permission.ManageShares => role is Role.Owner,
        _ => false,
    };
}
