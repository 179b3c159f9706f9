using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Changes;

/// <summary>Takes one write back, as long as nothing touched the same items since. Taking back is itself a write, and can be taken back.</summary>
public sealed class Undo(IDbContextFactory<BoardDb> databases, BoardTransaction boards)
{
    /// <summary>Takes back the write that made this version.</summary>
    public async Task<WriteResult> Take(Actor actor, string slug, long version, CancellationToken ct = default)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var entries = await db.Changes.AsNoTracking().Where(c => c.Slug == slug && c.Version == version).OrderBy(c => c.Ordinal).ToListAsync(ct);
            if (entries.Count == 0)
                return new WriteResult.Missing($"There is no change {version} of '{slug}'.");
            Step[] steps = [.. entries.Select(Step.Of)];
            return Explain(await boards.Save(actor, slug, new UndoChange(steps), ct), steps);
        }
        catch (Exception e) when (BoardTransaction.Refusal(e) is { } message)
        {
            return new WriteResult.Failed(message);
        }
    }

    /// <summary>A board that would not be sound without the change says what of it is still needed.</summary>
    private static WriteResult Explain(WriteResult result, IReadOnlyList<Step> steps)
    {
        if (result is not WriteResult.Invalid { Problems: var problems } || problems.Any(p => p.Path == UndoChange.Path))
            return result;
        var needed = steps.FirstOrDefault(s => problems.Any(p => p.Message.StartsWith("There is no ", StringComparison.Ordinal) && p.Message.Contains($"'{s.Item.Key}'", StringComparison.Ordinal)));
        return new WriteResult.Invalid([new(UndoChange.Path, needed is null
            ? $"Nothing was taken back. {problems[0].Message}"
            : $"What came later rests on {needed.Name}. Nothing was taken back; undo the newer change first.")]);
    }
}

/// <summary>One item to put back: how it must stand now, and how it stood.</summary>
internal sealed record Step(ItemId Item, int Index, string? Now, string? Then, string Summary)
{
    /// <summary>The item as a reader knows it: by its title or claim, where it has one.</summary>
    public string Name
    {
        get
        {
            if (Item.Key == BoardItems.Only)
                return "the same";
            using var json = JsonDocument.Parse(Now ?? Then ?? "{}");
            return Text(json.RootElement, "title") ?? Text(json.RootElement, "claim") ?? "something of it";
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? $"“{text.GetString()}”" : null;

    public static Step Of(ChangeRow row) => new(new(row.Kind, row.Key), row.Index, row.After, row.Before, row.Summary);
}

/// <summary>The inverse of a logged write.</summary>
public sealed record UndoChange : BoardWrite
{
    /// <summary>Where the refusals of an undo stand.</summary>
    internal const string Path = "change";
    private const string Undone = "Undid: ";
    private const string Again = "Did again: ";
    private readonly IReadOnlyList<Step> steps;

    internal UndoChange(IReadOnlyList<Step> steps) => this.steps = steps;

    /// <summary>As much as the write itself needed: a judgement by who judges, a whole board by who makes or removes boards.</summary>
    public override Permission Needs => steps switch
    {
        [{ Item.Kind: ItemKind.Board, Then: null }] => Permission.Remove,
        [{ Item.Kind: ItemKind.Board, Now: null }] => Permission.Remove,
        _ when steps.All(s => s.Item.Kind == ItemKind.Judgement) => Permission.Judge,
        _ => Permission.Edit,
    };

    internal override bool IsWhole => steps[0].Item.Kind == ItemKind.Board;

    internal override bool IsReturn => steps[0] is { Item.Kind: ItemKind.Board, Now: null, Then: not null };

    /// <summary>What is taken back, in the log: an undo that is undone is done again.</summary>
    private static string Named(string summary) => summary.StartsWith(Undone, StringComparison.Ordinal) ? Again + summary[Undone.Length..]
        : Undone + (summary.StartsWith(Again, StringComparison.Ordinal) ? summary[Again.Length..] : summary);

    /// <summary>Whether a line of the log says that the change of another line was taken back.</summary>
    internal static bool IsOf(string undo, string summary) => undo == Named(summary);

    internal override Outcome Apply(BoardContent? board, WriteMoment moment)
    {
        var summary = Named(steps[0].Summary);
        if (IsWhole)
            return Whole(board, steps[0], summary, moment);
        if (board is null)
            return Outcome.NoBoard;
        if (steps.Any(s => s.Item.Kind == ItemKind.ShareLink))
            return Outcome.Refuse(Path, "A share link is not taken back here; revoke it, or make another one.");
        if (steps.Any(s => s.Item.Kind == ItemKind.Forecast))
            return Outcome.Refuse(Path, "A sealed forecast is not taken back; seal another one, and the last before the report counts.");
        if (steps.Any(s => s.Item.Kind == ItemKind.Approval))
            return Outcome.Refuse(Path, "An approval is not taken back or brought back here; revoke it, or look again and approve.");
        foreach (var step in steps)
        {
            var table = BoardItems.Of(step.Item.Kind);
            if (table.Json(board, step.Item.Key) != (step.Now is null ? null : table.Normalize(step.Now)))
                return TouchedSince(step);
        }

        var then = steps.OrderBy(s => s.Index).Aggregate(board, static (to, step) => BoardItems.Of(step.Item.Kind).Restore(to, step.Item.Key, step.Then, step.Index));
        return Outcome.Become(AsDrafts(board, TakenBack.Keep(board, then, moment)), summary);
    }

    /// <summary>A removed criterion comes back as a draft: nobody vouched for it while it was away.</summary>
    private static BoardContent AsDrafts(BoardContent now, BoardContent then)
    {
        foreach (var back in then.Thesis.Criteria.Where(c => c.IsSealed && BoardItems.Criteria.Get(now, c.Key) is null))
            then = BoardItems.Criteria.Replace(then, back with { Contracts = [.. back.Contracts.Select(v => v with { Seal = null })] });
        return then;
    }

    private static Outcome Whole(BoardContent? board, Step step, string summary, WriteMoment moment)
    {
        var now = step.Now is null ? null : Content(step.Now);
        if (Text(board) != Text(now))
            return TouchedSince(step);
        var then = step.Then is null ? null : Content(step.Then);
        return Outcome.Become(board is null || then is null ? then : TakenBack.Keep(board, then, moment), summary);
    }

    private static Outcome TouchedSince(Step step) => Outcome.Refuse(Path,
        $"{char.ToUpperInvariant(step.Name[0])}{step.Name[1..]} was changed again since. Nothing was taken back; undo the newer change first.");

    private static BoardContent Content(string json)
    {
        var file = ThesisFile.Read(json);
        return file.IsRead ? new(file.Thesis, file.Record) : throw new InvalidOperationException($"The log holds a board that cannot be read: {file.Problems[0]}");
    }

    private static string? Text(BoardContent? board) => board is null ? null : ThesisFile.Write(board.Thesis, board.Record);
}
