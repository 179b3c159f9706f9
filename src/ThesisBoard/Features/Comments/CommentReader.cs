using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Comments;

/// <summary>The comments as a page shows them to one reader.</summary>
/// <param name="Talk">What was said.</param>
/// <param name="Until">What was said after this day is left out; null shows everything.</param>
/// <param name="Reader">Whose own comments can be changed; null on a page for nobody known.</param>
/// <param name="MayWrite">The forms are shown.</param>
/// <param name="People">Who can be mentioned.</param>
/// <param name="Back">The query of the page, to which a form leads back.</param>
public sealed record BoardComments(Talk Talk, DateOnly? Until, Guid? Reader, bool MayWrite, IReadOnlyList<Mention> People, string Back)
{
    /// <summary>The threads on one subject.</summary>
    public IReadOnlyList<CommentThread> On(CommentSubject subject) => Until is not { } day
        ? [.. Talk.On(subject)]
        : [.. Talk.On(subject).Select(t => t with { Comments = [.. t.Comments.Where(c => DateOnly.FromDateTime(c.WrittenAt) <= day)] }).Where(t => !t.IsEmpty)];
}

/// <summary>Reads what a page shows of comments.</summary>
public sealed class CommentReader(CommentShelf shelf, BoardPeople people)
{
    /// <summary>For a member; null for who may not read them. On a page of the past nothing can be added, and what came later is left out.</summary>
    public async ValueTask<BoardComments?> OnBoard(Actor reader, string slug, DateOnly asOf, DateOnly today, string back, CancellationToken ct)
    {
        if (await shelf.Read(reader, slug, ct) is not { } talk)
            return null;
        var mayWrite = asOf >= today && reader.May(Permission.Comment);
        return new(talk, asOf < today ? asOf : null, reader.MemberId, mayWrite, mayWrite ? await people.Of(slug, ct) : [], back);
    }

    /// <summary>For a shared page, which nobody can write on; null when its link does not show them.</summary>
    public async ValueTask<BoardComments?> Shared(string slug, bool showsComments, DateOnly? until, CancellationToken ct) =>
        await shelf.ReadShared(slug, showsComments, ct) is { } talk ? new(talk, until, null, false, [], "") : null;
}
