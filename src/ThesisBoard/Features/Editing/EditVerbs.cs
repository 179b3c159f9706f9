using MudBlazor;
using ThesisBoard.Data;
using ThesisBoard.Features.Conflicts;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Metrics;
using ThesisBoard.Features.Milestones;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Editing;

/// <summary>What a button asked for. A form carries it, so that what is typed in it can be brought back in a dialog of the same kind.</summary>
/// <param name="Verb">The word in the button's <c>data-do</c>.</param>
/// <param name="Key">Its <c>data-key</c>.</param>
/// <param name="Seen">The version of the item on which somebody typed before; null when it is opened afresh.</param>
public sealed record EditRequest(string Verb, string? Key, string? Seen = null);

/// <summary>A dialog that a button of the page can ask for, and how the button's key becomes its parameters.</summary>
internal sealed record EditVerb(Type Type, bool IsWide, Func<string?, IEnumerable<(string Name, object? Value)>> Parameters);

/// <summary>The words that buttons carry in <c>data-do</c>.</summary>
internal static class EditVerbs
{
    private static readonly DialogOptions Narrow = new() { MaxWidth = MaxWidth.Small, FullWidth = true };
    private static readonly DialogOptions Wide = Narrow with { MaxWidth = MaxWidth.Medium };

    private static readonly Dictionary<string, EditVerb> Verbs = new(StringComparer.Ordinal)
    {
        ["edit-thesis"] = Plain<ThesisDialog>(),
        ["draw-line"] = Plain<LineDialog>(),
        ["arrange"] = OfKey<ArrangeDialog>(),
        ["add-criterion"] = Plain<CriterionDialog>(isWide: true),
        ["edit-criterion"] = OfKey<ContractDialog>(isWide: true),
        ["rename-criterion"] = OfKey<RenameDialog>(),
        ["judge"] = OfKey<JudgeDialog>(),
        ["add-observation"] = New<ObservationDialog>("metric"),
        ["edit-observation"] = OfKey<ObservationDialog>(),
        ["paste-observations"] = Plain<PasteDialog>(isWide: true),
        ["attach-evidence"] = New<EvidenceDialog>("stances[0].criterion", isWide: true),
        ["edit-evidence"] = OfKey<EvidenceDialog>(isWide: true),
        ["withdraw-evidence"] = Withdraw(ItemKind.Evidence),
        ["withdraw-observation"] = Withdraw(ItemKind.Observation),
        ["reinstate-evidence"] = Reinstate(ItemKind.Evidence),
        ["reinstate-observation"] = Reinstate(ItemKind.Observation),
        ["attach-passage"] = OfPassage<EvidenceDialog>(isWide: true),
        ["record-passage"] = OfPassage<ObservationDialog>(),
        ["move-anchor"] = OfPassage<EvidenceDialog>(isWide: true),
        ["add-metric"] = Plain<MetricDialog>(),
        ["edit-metric"] = OfKey<MetricDialog>(),
        ["add-milestone"] = Plain<MilestoneDialog>(),
        ["edit-milestone"] = OfKey<MilestoneDialog>(isWide: true),
        ["add-source"] = Plain<SourceDialog>(),
        ["edit-source"] = OfKey<SourceDialog>(),
        ["add-conflict"] = Plain<ConflictDialog>(),
        ["edit-conflict"] = OfKey<ConflictDialog>(),
        ["explore"] = OfKey<ExploreDialog>(isWide: true),
        ["record"] = OfKey<RecordDialog>(isWide: true),
        ["create-blank"] = Made(BoardStart.Blank),
        ["create-template"] = Made(BoardStart.Template),
        ["create-file"] = Made(BoardStart.File),
        ["remove-board"] = OfKey<RemoveBoardDialog>(),
    };

    /// <summary>Every dialog that there is, by the word that opens it.</summary>
    internal static IEnumerable<(string Verb, Type Dialog)> Dialogs => Verbs.Select(v => (v.Key, v.Value.Type));

    public static bool Knows(string verb) => Verbs.ContainsKey(verb);

    /// <summary>Opens the dialog for a request and comes back when it is closed; null for a word that asks for nothing.</summary>
    public static async Task<DialogResult?> Open(IDialogService dialogs, EditRequest request)
    {
        if (Verbs.GetValueOrDefault(request.Verb) is not { } dialog)
            return null;
        var given = dialog.Parameters(request.Key).ToDictionary(p => p.Name, p => p.Value!);
        if (dialog.Type.IsAssignableTo(typeof(FormDialog)))
            given[nameof(FormDialog.Asked)] = request;
        var parameters = new DialogParameters<GuardedDialog> { { guarded => guarded.Dialog, dialog.Type }, { guarded => guarded.Given, given } };
        return await (await dialogs.ShowAsync<GuardedDialog>(null, parameters, dialog.IsWide ? Wide : Narrow)).Result;
    }

    private static EditVerb Plain<TDialog>(bool isWide = false) => new(typeof(TDialog), isWide, _ => []);

    private static EditVerb OfKey<TDialog>(bool isWide = false) => new(typeof(TDialog), isWide, key => [("Key", key)]);

    private static EditVerb Withdraw(ItemKind kind) => new(typeof(WithdrawDialog), false, key => [("Key", key), ("Kind", kind)]);

    private static EditVerb Reinstate(ItemKind kind) => new(typeof(ReinstateDialog), false, key => [("Key", key), ("Kind", kind)]);

    /// <summary>A passage of a document: for a new item, or for the evidence that it names.</summary>
    private static EditVerb OfPassage<TDialog>(bool isWide = false) => new(typeof(TDialog), isWide, key => PassageRequest.Parse(key) switch
    {
        { Evidence: { } evidence } passage => [("Key", evidence), ("Passage", passage)],
        { } passage => [("Passage", passage)],
        null => [],
    });

    private static EditVerb Made(BoardStart start) => new(typeof(CreateBoardDialog), false, _ => [("Start", start)]);

    /// <summary>A new item; the button's key, where it has one, fills one of its fields.</summary>
    private static EditVerb New<TDialog>(string path, bool isWide = false) =>
        new(typeof(TDialog), isWide, key => key is null ? [] : [("Given", new Dictionary<string, string> { [path] = key })]);
}
