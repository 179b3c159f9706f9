using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Editing;

/// <summary>
/// A dialog over one item of a board. It keeps the version that the person started from: when somebody else saves first, both versions are shown and nothing is lost.
/// </summary>
public abstract class ItemDialog<TItem> : FormDialog
    where TItem : class
{
    private JsonObject seen = [];
    private Guid? rowVersion;
    private bool isClosed;

    /// <summary>Values for a new item, by path: "criterion" of a judgement that is begun from its row.</summary>
    [Parameter] public IReadOnlyDictionary<string, string> Given { get; set; } = new Dictionary<string, string>();

    public bool IsNew => rowVersion is null;

    public sealed override Guid? SeenVersion => rowVersion;

    public override string? RemoveWord => IsNew ? null : IsWithdrawn ? "Withdraw" : "Remove";

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    /// <summary>The dialog that withdraws what is on file of an active thesis; null for what may be removed at any time.</summary>
    protected virtual string? WithdrawVerb => null;

    private bool IsWithdrawn => WithdrawVerb is not null && Board?.Content.Thesis.Activated is not null;

    protected abstract ItemKind Kind { get; }

    /// <summary>A board has one header and one line; they carry no name of their own.</summary>
    private bool HasKey => Kind is not (ItemKind.Thesis or ItemKind.Line);

    private string? StoredKey => HasKey ? Key : BoardItems.Only;

    /// <summary>What the item is called in a sentence.</summary>
    protected abstract string Noun { get; }

    protected override void Prepare()
    {
        if (StoredKey is { } key && BoardItems.Of(Kind).Find(Content, key) is TItem item)
        {
            Refusal = Closed(item);
            isClosed = Refusal is not null;
            Start(item, Board.RowVersion(Kind, key));
            return;
        }

        Sheet.Load(Blank());
        foreach (var (path, text) in Given)
            Sheet[path] = text;
        Refusal = Key is null ? null : $"This {Noun} is gone: somebody removed it. What you type here makes a new one.";
    }

    /// <summary>Why an item is not edited any more; null when it is.</summary>
    protected virtual string? Closed(TItem item) => null;

    protected override bool HasSubject => !isClosed;

    /// <summary>What stands in the form of a new item.</summary>
    protected virtual JsonObject Blank() => [];

    /// <summary>The name for a new item.</summary>
    protected abstract string NewKey();

    protected abstract BoardWrite Add(TItem item);

    protected abstract BoardWrite Edit(TItem item, Guid seenVersion);

    protected abstract BoardWrite Withdraw(Guid seenVersion);

    /// <summary>The item's own title, for what is said afterwards.</summary>
    protected abstract string Name(TItem item);

    protected sealed override async Task SaveNow()
    {
        if (HasKey)
            Sheet["key"] = IsNew ? NewKey() : Key!;
        if (Sheet.Read<TItem>() is not { } item || !Approve(item))
            return;
        await Store(rowVersion is { } version ? Edit(item, version) : Add(item), $"Saved {Noun}: {Brief(Name(item))}");
    }

    /// <summary>Checks beyond the item itself, such as a new source beside it; puts what is wrong into the form.</summary>
    protected virtual bool Approve(TItem item) => true;

    protected sealed override async Task RemoveNow()
    {
        if (rowVersion is not { } version)
            return;
        if (IsWithdrawn)
        {
            if (await EditVerbs.Open(Dialogs, new(WithdrawVerb!, Key)) is { Canceled: false } done)
                Instance.Close(done);
            return;
        }

        var name = BoardItems.Of(Kind).Find(Content, StoredKey!) is TItem item ? Name(item) : StoredKey!;
        await Store(Withdraw(version), $"Removed {Noun}: {Brief(name)}");
    }

    protected override async Task Meet(WriteResult.Stale stale)
    {
        if (stale.Item.Kind != Kind)
        {
            await base.Meet(stale);
            return;
        }

        var last = await Editor.LastChange(stale.Item);
        Other = last is { } change ? $"{change.By}, {Core.Quantities.Figures.Moment(change.At)}" : "Somebody";
        if (stale.Current is not TItem current)
        {
            (rowVersion, Refusal) = (null, $"{Other}: removed this {Noun} while you were editing. What you typed is still here; saving puts it back.");
            return;
        }

        var theirs = FieldDiff.Json(current);
        Conflict = new(seen, Sheet.Json(), theirs);
        (seen, rowVersion) = (theirs, stale.RowVersion);
        Board = await Editor.Read() ?? Board;
        if (Conflict.Choices.Count == 0)
            Resolve();
    }

    private void Start(TItem item, Guid version)
    {
        (seen, rowVersion) = (FieldDiff.Json(item), version);
        Sheet.Load(seen);
    }
}
