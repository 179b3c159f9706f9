using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Editing;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Criteria;

/// <summary>What the forms of the page of contracts do. Each carries the versions that the person saw.</summary>
public sealed partial class ContractsPage
{
    private const string SealAll = "seal-all";
    private BoardSnapshot? shown;
    private StoredBoard? stored;
    private IReadOnlyList<Problem> problems = [];
    private (int Seals, DateOnly On)? claimed;
    private bool isRead;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private ReadChanges Log { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    private Actor Who => Actor.From(Http.User);

    private string? Said => problems.Count > 0 ? null : (string?)Http.Request.Query["now"] switch
    {
        "sealed" => "Sealed. Whoever opens the board sees it.",
        "activated" => "The thesis is active. Its line and what is sealed stay as they are.",
        "ended" => "The thesis has ended. It stays on the board as it was.",
        "foreseen" => "Written down in the premortem.",
        _ => null,
    };

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        shown = await Boards.Read(Slug, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Http.RequestAborted);
        stored = Who.May(Permission.Edit) ? await Boards.ReadForEdit(Slug, Http.RequestAborted) : null;
        claimed = shown is null ? null : await Claimed(shown.State.Thesis);
        isRead = true;
    }

    /// <summary>The seals that nobody here saw being made, since the board came with them.</summary>
    private async Task<(int, DateOnly)?> Claimed(Thesis thesis)
    {
        if (await Log.BroughtIn(Slug, Http.RequestAborted) is not (var at, var file))
            return null;
        var count = thesis.Criteria.SelectMany(c => c.Contracts).Count(c => c.Seal is { } seal && file.Contains(seal.Hash.Hex, StringComparison.Ordinal));
        return count > 0 ? (count, DateOnly.FromDateTime(at)) : null;
    }

    /// <summary>Does what a button asks for, and shows the page anew; what is refused is said here.</summary>
    private async Task Do()
    {
        var form = Http.Request.Form;
        var act = form["Act"].ToString();
        foreach (var write in Asked(act, form))
        {
            if (await Writes.Save(Who, Slug, write, Http.RequestAborted) is var result and not WriteResult.Saved)
            {
                problems = result is WriteResult.Invalid invalid ? invalid.Problems : [new("", Editor.Explain(result))];
                await Load();
                return;
            }
        }

        Navigation.NavigateTo(ContractUrls.After(Slug, act switch { "activate" => "activated", "end" => "ended", "foresee" => "foreseen", _ => "sealed" }));
    }

    private IEnumerable<BoardWrite> Asked(string act, IFormCollection form) => act.Split(':') switch
    {
        ["seal", var key] => [new SealCriterion(key, Seen(form, key))],
        [SealAll] => [.. (stored?.Content.Thesis.Criteria ?? []).Where(c => c.Contracts[^1].Seal is null).Select(c => new SealCriterion(c.Key, Seen(form, c.Key)))],
        ["activate"] => [new ActivateThesis(Seen(form))],
        ["end"] => [new EndThesis(form["Outcome"].ToString(), form["Reason"].ToString(), Seen(form))],
        ["foresee"] => [new ForeseeFailure(form["Breaks"].ToString(), form["ShowsFirst"].ToString(), form["Criterion"].ToString())],
        _ => [],
    };

    private static Guid Seen(IFormCollection form, string? key = null) =>
        Guid.TryParse(form[key is null ? "seen" : $"seen:{key}"], out var version) ? version : Guid.Empty;
}
