using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Sources;

/// <summary>A dialog over an item that rests on a source: one on file, or a new one that is saved with it.</summary>
public abstract class SourcedDialog<TItem> : ItemDialog<TItem>
    where TItem : class
{
    /// <summary>The passage of a document that the form is filled from; null for a form that is filled by hand.</summary>
    [Parameter] public PassageRequest? Passage { get; set; }

    [Inject] private PassageDesk Desk { get; set; } = default!;

    /// <summary>The passage as it was found, or with the places to choose from.</summary>
    protected PickedPassage? Picked { get; private set; }

    /// <summary>A passage that is not found in one place fills nothing.</summary>
    protected override bool HasSubject => base.HasSubject && (Passage is null || Picked?.Answer is PassageAnswer.Found);

    protected sealed override async Task OnInitializedAsync()
    {
        if (Passage is null)
        {
            await base.OnInitializedAsync();
            return;
        }

        (Picked, var trouble) = await Desk.Pick(await Editor.Actor(), Editor.Slug, Passage);
        await base.OnInitializedAsync();
        if (Picked is null)
            Refusal = trouble;
        else if (IsReady && Picked.Answer is PassageAnswer.Found(var range))
            Fill(Picked, range);
    }

    /// <summary>A person chose one of the places.</summary>
    protected void Choose(TextRange range)
    {
        Picked = Picked! with { Answer = new PassageAnswer.Found(range) };
        Fill(Picked, range);
        IsReady = true;
    }

    /// <summary>Fills the form from a passage.</summary>
    protected abstract void Fill(PickedPassage picked, TextRange range);

    /// <summary>Names the source of the passage: the one on file, or a new one with what the filing says of itself.</summary>
    protected void TakeSource(PickedPassage picked)
    {
        if (PassageSource.OnFile(Content, picked) is { } known)
        {
            Sheet["source"] = known.Key;
            return;
        }

        Sheet["source"] = SourcePicker.New;
        if (PassageSource.Made(Content, picked) is { } made)
            NewSource.Load(FieldDiff.Json(made));
        else
            (NewSource["title"], NewSource["document"]) = (picked.Reading.Name, picked.Reading.Hash.Hex);
    }

    /// <summary>The fields of the new source.</summary>
    protected Sheet NewSource { get; } = new() { Within = "new-source/" };

    /// <summary>The new source as read; null when one on file was chosen.</summary>
    protected Source? Added { get; private set; }

    /// <summary>The source that the form names, new or on file; null while none is complete.</summary>
    protected Source? Chosen => Sheet["source"] == SourcePicker.New || Sheet["source"] == Added?.Key
        ? Added
        : Content.Record.Sources.FirstOrDefault(s => s.Key == Sheet["source"]);

    /// <summary>Reads the new source, and gives the item its key.</summary>
    protected sealed override bool Approve(TItem item)
    {
        Added = null;
        NewSource.Problems = [];
        if (Sheet["source"] != SourcePicker.New)
            return true;
        NewSource["key"] = Keys.From(NewSource["title"], Content.Record.Sources.Select(s => s.Key));
        Added = NewSource.Read<Source>();
        return Added is not null;
    }

    /// <summary>The key of the source, for the item that is saved.</summary>
    protected string SourceKey(string typed) => typed == SourcePicker.New ? Added!.Key : typed;

    /// <summary>What is wrong with the new source stands beside its fields.</summary>
    protected override void Show(IReadOnlyList<Problem> problems)
    {
        bool IsOfSource(Problem p) => Added is not null && p.Path.StartsWith("$.record.sources[", StringComparison.Ordinal);
        base.Show([.. problems.Where(p => !IsOfSource(p))]);
        NewSource.Problems = [.. problems.Where(IsOfSource).Select(p => p with { Path = FieldOf(p.Path) })];
    }
}
