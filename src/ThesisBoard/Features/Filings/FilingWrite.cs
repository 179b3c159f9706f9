using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>One thing that is done to the inbox of a board. <see cref="FilingShelf.Save"/> checks permission, stores it and tells the open pages.</summary>
public abstract record FilingWrite
{
    /// <summary>The name in the history of the inbox.</summary>
    internal virtual string Verb => GetType().Name;

    /// <summary>What the actor must be allowed.</summary>
    public virtual Permission Needs => Permission.Edit;

    internal abstract Task<FilingResult> Apply(FilingDesk desk, CancellationToken ct);
}

/// <summary>What a write to the inbox works on.</summary>
internal sealed record FilingDesk(BoardDb Db, ThesisRow Board, WriteMoment Moment)
{
    /// <summary>Writes down what is done, with the write itself: who looks later sees by whom. What the watcher brings stands in the inbox anyway.</summary>
    public void Note(FilingWrite write, FilingRow? filing)
    {
        if (Moment.Actor.MemberId is null)
            return;
        Db.InboxChanges.Add(new()
        {
            Slug = Board.Slug,
            At = Moment.Utc,
            MemberId = Moment.Actor.MemberId,
            By = Moment.Actor.Name,
            Verb = write.Verb,
            FilingId = filing?.Id,
            What = filing is null ? "" : FilingName.Of(filing.Form, filing.Title, filing.Filed),
        });
    }
}

/// <summary>What came of a write to the inbox. Only <see cref="Saved"/> may have changed anything.</summary>
public abstract record FilingResult
{
    private FilingResult()
    {
    }

    /// <summary>It is done, or was already so. The id is the filing's; null where the write is about no filing.</summary>
    public sealed record Saved(Guid? Id, bool HasChanged) : FilingResult;

    /// <summary>The actor may not do this.</summary>
    public sealed record Denied(Permission Needs) : FilingResult;

    /// <summary>There is no such board or filing.</summary>
    public sealed record Missing(string What) : FilingResult;

    /// <summary>It cannot be done to this filing.</summary>
    public sealed record Invalid(string Message) : FilingResult;

    /// <summary>The database could not write.</summary>
    public sealed record Failed(string Message) : FilingResult;

    /// <summary>What a result that is not saved means, in a sentence; empty when it is saved.</summary>
    public string Explain() => this switch
    {
        Denied => "You may not do this with your role. Nothing was changed; ask an owner for another role.",
        Missing missing => missing.What,
        Invalid invalid => invalid.Message,
        Failed failed => failed.Message,
        _ => "",
    };
}
