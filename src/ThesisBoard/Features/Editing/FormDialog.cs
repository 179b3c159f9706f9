using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Editing;

/// <summary>A dialog with a form: what is typed stays typed until it is saved or thrown away on purpose, and all that is wrong is shown at once.</summary>
public abstract partial class FormDialog : ComponentBase, IHandleEvent
{
    /// <summary>What takes no longer is drawn once, when it is done: that a form is busy is shown where somebody would wonder.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    [CascadingParameter] public IMudDialogInstance Instance { get; set; } = default!;

    [Inject] protected Editor Editor { get; set; } = default!;

    /// <summary>The item to change; null for a new one.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>What was asked for; null where no button of a page asked.</summary>
    [Parameter] public EditRequest? Asked { get; set; }

    public Sheet Sheet { get; } = new();

    /// <summary>The version of the item on which the person types; null for a new one.</summary>
    public virtual Guid? SeenVersion => null;

    public abstract string Title { get; }

    /// <summary>The word on the button that saves.</summary>
    public virtual string SaveWord => "Save";

    /// <summary>The word on the button that removes; null where nothing can be removed.</summary>
    public virtual string? RemoveWord => null;

    /// <summary>The board is read and the form filled.</summary>
    public bool IsReady { get; protected set; }

    public bool IsBusy { get; private set; }

    /// <summary>What stands in the way as a whole, beside the problems of the fields.</summary>
    public string? Refusal { get; protected set; }

    /// <summary>Set while the person chooses between two versions.</summary>
    public Merge? Conflict { get; protected set; }

    /// <summary>Who made the other version and when.</summary>
    public string Other { get; protected set; } = "";

    protected StoredBoard Board { get; set; } = default!;

    protected BoardContent Content => Board.Content;

    public Task Save() => Alone(SaveNow);

    public Task Remove() => Alone(RemoveNow);

    public void Cancel() => Instance.Cancel();

    /// <summary>Takes the chosen version into the form.</summary>
    public void Resolve()
    {
        Sheet.Load(Conflict!.Result());
        Conflict = null;
    }

    protected override async Task OnInitializedAsync()
    {
        if (Editor.Slug.Length > 0)
        {
            if (await Editor.Read() is not { } board)
            {
                Refusal = "This board is gone: somebody removed it. The log of changes keeps it whole.";
                return;
            }

            Board = board;
        }

        Prepare();
        IsReady = HasSubject;
        if (Asked?.Seen is { Length: > 0 } seen && SeenVersion is { } now && seen != $"{now}")
            Refusal = "Somebody changed this while the connection was lost. What you typed stands over it again: look through all of it before you save.";
    }

    /// <summary>What the form is about is on the board; else there is only <see cref="Refusal"/>.</summary>
    protected virtual bool HasSubject => true;

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        var work = item.InvokeAsync(arg);
        if (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(Patience)) != work)
            StateHasChanged();
        try
        {
            await work;
        }
        finally
        {
            StateHasChanged();
        }
    }

    /// <summary>Fills the form.</summary>
    protected abstract void Prepare();

    protected abstract Task SaveNow();

    protected virtual Task RemoveNow() => Task.CompletedTask;

    /// <summary>Writes, and shows what came of it: where it is saved the dialog closes, and for a while it is offered to take it back.</summary>
    /// <returns>What was saved; null where something stands in the way.</returns>
    protected async Task<WriteResult.Saved?> Store(BoardWrite write, string said, string? slug = null)
    {
        var result = await Editor.Save(write, slug);
        switch (result)
        {
            case WriteResult.Saved saved:
                Editor.AtOnce(() =>
                {
                    Editor.Offer(slug ?? Editor.Slug, saved.Version, said);
                    Instance.Close(DialogResult.Ok(result));
                });
                return saved;
            case WriteResult.Invalid invalid:
                Show(invalid.Problems);
                return null;
            case WriteResult.Stale stale:
                await Meet(stale);
                return null;
            default:
                Refusal = Editor.Explain(result);
                return null;
        }
    }

    /// <summary>Puts each problem to its field; what has no field here is about the whole.</summary>
    protected virtual void Show(IReadOnlyList<Problem> problems) => Sheet.Problems = [.. problems.Select(p => p with { Path = FieldOf(p.Path) })];

    /// <summary>Somebody else changed the item meanwhile.</summary>
    protected virtual Task Meet(WriteResult.Stale stale)
    {
        Refusal = Editor.Explain(stale);
        return Task.CompletedTask;
    }

    /// <summary>From the path in the whole board to the path in the item.</summary>
    protected static string FieldOf(string path) => ItemPath().Replace(path, "");

    /// <summary>As much of a name as what is said in passing holds.</summary>
    protected static string Brief(string name) => name.Length <= 60 ? name : name[..60] + "…";

    private async Task Alone(Func<Task> act)
    {
        if (IsBusy || !IsReady)
            return;
        (IsBusy, Refusal) = (true, null);
        try
        {
            await act();
        }
        finally
        {
            IsBusy = false;
        }
    }

    [GeneratedRegex(@"^\$\.(thesis\.line|thesis|record)\.?(\w+\[\d+\]\.)?(contracts\[\d+\]\.)?", RegexOptions.NonBacktracking)]
    private static partial Regex ItemPath();
}
