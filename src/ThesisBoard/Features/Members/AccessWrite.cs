using ThesisBoard.Data;
using ThesisBoard.Data.Rows;

namespace ThesisBoard.Features.Members;

/// <summary>One change of who may do what on a board. <see cref="BoardRoles.Save"/> checks permission, stores and logs it, and tells the open pages.</summary>
public abstract record AccessWrite
{
    /// <summary>The name in the log.</summary>
    public string Verb => GetType().Name;

    /// <summary>What the actor must be allowed on the board; null where the link that the actor holds is the permission.</summary>
    public virtual Permission? Needs => Permission.ManageMembers;

    internal abstract Task<AccessResult> Apply(AccessDesk desk, CancellationToken ct);
}

/// <summary>What such a change works on. What it tells goes to the log with it.</summary>
internal sealed record AccessDesk(BoardDb Db, AccessRow Board, WriteMoment Moment)
{
    /// <summary>One line for the log; without one nothing is stored.</summary>
    public string Summary { get; set; } = "";
}

/// <summary>What came of a change of access. Only <see cref="Saved"/> changed anything.</summary>
public abstract record AccessResult
{
    private AccessResult()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Token">The secret of a link that was made: told now and never again.</param>
    /// <param name="Member">Who was let in.</param>
    public sealed record Saved(string? Token = null, Actor? Member = null) : AccessResult;

    /// <summary>The actor may not do this.</summary>
    public sealed record Denied(Permission Needs) : AccessResult;

    /// <summary>There is no such board, member or link.</summary>
    public sealed record Missing(string What) : AccessResult;

    /// <summary>It cannot be done, or somebody else changed it meanwhile.</summary>
    public sealed record Invalid(string Message) : AccessResult;

    /// <summary>The database could not write.</summary>
    public sealed record Failed(string Message) : AccessResult;

    /// <summary>What a result that is not saved means, in a sentence; empty when it is saved.</summary>
    public string Explain() => this switch
    {
        Denied => "You may not do this with your role. Nothing was changed; ask an owner of the board.",
        Missing missing => missing.What,
        Invalid invalid => invalid.Message,
        Failed failed => failed.Message,
        _ => "",
    };
}
