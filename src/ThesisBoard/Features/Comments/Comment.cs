namespace ThesisBoard.Features.Comments;

/// <summary>On what kind of thing a comment stands.</summary>
public enum CommentPlace
{
    Criterion,
    Evidence,
}

/// <summary>What a comment is about: a criterion or a piece of evidence of a board, by key.</summary>
public readonly record struct CommentSubject(CommentPlace Place, string Key)
{
    /// <summary>Where the page shows it.</summary>
    public string Anchor => Place == CommentPlace.Criterion ? Key : $"e-{Key}";
}

/// <summary>A member who is named in a comment, and may read it.</summary>
public sealed record Mention(Guid Id, string Name);

/// <summary>What one person said. Plain text; of a removed one nothing is left but that there was one.</summary>
/// <param name="EditedAt">When its author last changed it, UTC; null when never.</param>
public sealed record Comment(
    Guid Id, Guid? AuthorId, string By, string Text, IReadOnlyList<Mention> Mentions, DateTime WrittenAt, DateTime? EditedAt, bool IsRemoved)
{
    public const int LongestText = 4000;
}

/// <summary>A comment with its answers.</summary>
/// <param name="ResolvedBy">Who settled it; null while it is open.</param>
public sealed record CommentThread(Guid Id, CommentSubject Subject, IReadOnlyList<Comment> Comments, string? ResolvedBy)
{
    public bool IsOpen => ResolvedBy is null;

    /// <summary>Nothing is left in it to read.</summary>
    public bool IsEmpty => Comments.All(c => c.IsRemoved);
}

/// <summary>Everything that was said on one board. Immutable, and shared by all who read it.</summary>
/// <param name="Stamp">Differs after every change.</param>
public sealed record Talk(Guid Stamp, ILookup<CommentSubject, CommentThread> Threads)
{
    /// <summary>The threads on one subject, in the order in which they began.</summary>
    public IEnumerable<CommentThread> On(CommentSubject subject) => Threads[subject];
}
