using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Sources;

/// <summary>A dialog over an item that rests on a source: one on file, or a new one that is saved with it.</summary>
public abstract class SourcedDialog<TItem> : ItemDialog<TItem>
    where TItem : class
{
    /// <summary>The fields of the new source.</summary>
    protected Sheet NewSource { get; } = new();

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
