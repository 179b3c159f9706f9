using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>
/// One thing that a person does to a board: what it needs, what the person saw, and the board that comes of it. Pure;
/// <see cref="BoardTransaction"/> does the rest, the same for page, import and command line.
/// </summary>
public abstract record BoardWrite
{
    /// <summary>The name in the log.</summary>
    public string Verb => GetType().Name;

    /// <summary>What the actor must be allowed.</summary>
    public abstract Permission Needs { get; }

    /// <summary>The items that are changed, in the version that the person saw.</summary>
    internal virtual IEnumerable<Seen> Saw => [];

    /// <summary>The board is exchanged as a whole, and so it stands in the log.</summary>
    internal virtual bool IsWhole => false;

    /// <summary>A removed board comes back, and with it everything that was settled around it.</summary>
    internal virtual bool IsReturn => false;

    /// <summary>A board that is made by this is for its members only.</summary>
    internal virtual bool IsForMembers => false;

    /// <summary>It gives or takes approvals; with every other write they stay as they are, so that none is brought in or back.</summary>
    internal virtual bool IsReview => false;

    /// <summary>What the log has against this write, asked inside the transaction before it is done; null when nothing.</summary>
    internal virtual Task<Outcome?> Ask(BoardDb db, BoardContent board, WriteMoment moment, CancellationToken ct) => Task.FromResult<Outcome?>(null);

    /// <summary>The outcome for the board as it stands; null when there is none of that name.</summary>
    internal abstract Outcome Apply(BoardContent? board, WriteMoment moment);
}

/// <summary>A write to a board that exists.</summary>
public abstract record BoardEdit : BoardWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Edit;

    internal sealed override Outcome Apply(BoardContent? board, WriteMoment moment) => board is null ? Outcome.NoBoard : Edit(board, moment);

    internal abstract Outcome Edit(BoardContent board, WriteMoment moment);
}

/// <summary>When and by whom.</summary>
internal sealed record WriteMoment(DateTime Utc, Actor Actor)
{
    public DateOnly Today => DateOnly.FromDateTime(Utc);
}

/// <summary>What a write makes of a board.</summary>
internal abstract record Outcome
{
    public static Outcome NoBoard { get; } = new Nothing("There is no such board.");

    public static Outcome Become(BoardContent? board, string summary) => new Board(board, summary);

    public static Outcome Refuse(string path, string message) => new Refused([new Problem(path, message)]);

    public static Outcome Missing(string what) => new Nothing(what);

    /// <summary>The board afterwards, null when it is gone, and one line for the log.</summary>
    public sealed record Board(BoardContent? Content, string Summary) : Outcome;

    public sealed record Refused(IReadOnlyList<Problem> Problems) : Outcome;

    public sealed record Nothing(string What) : Outcome;
}

/// <summary>The three shapes that most writes have: add an item, change one, remove one.</summary>
internal static class Outcomes
{
    public static Outcome Add<T>(this ItemTable<T> table, BoardContent board, T item, string summary)
        where T : class =>
        table.Get(board, table.KeyOf(item)) is null
            ? Outcome.Become(table.Add(board, item), summary)
            : Outcome.Refuse("key", $"There is already '{table.KeyOf(item)}'; choose another name.");

    public static Outcome Edit<T>(this ItemTable<T> table, BoardContent board, T item, string summary)
        where T : class =>
        table.Get(board, table.KeyOf(item)) is null ? NoItem(table.KeyOf(item)) : Outcome.Become(table.Replace(board, item), summary);

    public static Outcome Remove<T>(this ItemTable<T> table, BoardContent board, string key, Func<T, string> summary)
        where T : class =>
        table.Get(board, key) is { } item ? Outcome.Become(table.Remove(board, i => table.KeyOf(i) == key), summary(item)) : NoItem(key);

    /// <summary>The board with one item more, where there is one; a key that stands twice is found by the checks.</summary>
    public static BoardContent AddNew<T>(this ItemTable<T> table, BoardContent board, T? item)
        where T : class => item is null ? board : table.Add(board, item);

    public static Outcome NoItem(string key) => Outcome.Missing($"'{key}' is not on this board.");
}
