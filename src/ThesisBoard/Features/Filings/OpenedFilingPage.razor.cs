using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>What the buttons of an opened filing do. After each the page is shown anew, so that a reload repeats nothing.</summary>
public sealed partial class OpenedFilingPage
{
    /// <summary>A filing that takes longer to read is read on, and the page says so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Accepting reads what was shown already, unless it was dropped from memory since.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(30);

    private BoardSnapshot? board;
    private Filing? filing;
    private OpenedFiling? opened;
    private IReadOnlyList<string> troubles = [];
    private IReadOnlyList<CriterionState> moved = [];
    private long? accepted;
    private bool isDenied;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private FilingShelf Shelf { get; set; } = default!;

    [Inject] private FilingReadings Readings { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private ReadChanges Log { get; set; } = default!;

    [Inject] private Undo Undo { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    [Parameter] public required Guid Id { get; set; }

    private Actor Who => Actor.From(Http.User);

    private bool CanEdit => Who.May(Permission.Edit);

    private bool CanAccept => CanEdit && filing is { State: not FilingState.Held };

    private FindingsShown Shown => FindingsShown.Of(Http.Request.Query["passages"], Http.Request.Query["facts"]);

    private bool WasJustBegun => Http.Request.Query.ContainsKey("begun") && CanAccept;

    private bool WasUndone => Http.Request.Query.ContainsKey("undone");

    protected override async Task OnInitializedAsync()
    {
        board = await Boards.Read(Slug, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Http.RequestAborted);
        isDenied = board is not null && !Who.May(Permission.ReadFilings);
        if (board is null || isDenied || (filing = await Shelf.Read(Who, Slug, Id, Http.RequestAborted)) is null)
            return;
        await Open(HttpMethods.IsPost(Http.Request.Method) ? LongPatience : Patience);
        if (long.TryParse(Http.Request.Query["accepted"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version <= board.Version)
            await Recall(version);
    }

    private async Task Open(TimeSpan patience)
    {
        var yearEnd = board!.State.Thesis.Issuer.Filer.FiscalYearEndMonth;
        if (await Readings.Of(filing!, yearEnd, patience, Http.RequestAborted) is { } reading)
            opened = FilingFindings.Of(board.State, filing!, reading, Shown);
    }

    /// <summary>The criteria that the accepted evidence and figures are about, as they stand now.</summary>
    private async Task Recall(long version)
    {
        if ((await Log.Page(Slug, version + 1, 1, Http.RequestAborted)).Changes is not [{ Verb: nameof(AcceptFindings) } change] || change.Version != version)
            return;
        accepted = version;
        var keys = change.Items.Where(i => i.Kind is ItemKind.Evidence or ItemKind.Observation).ToHashSet();
        var about = board!.State.Evidence.Where(e => keys.Contains(new(ItemKind.Evidence, e.Item.Key))).SelectMany(e => e.Item.Stances).Select(s => s.Criterion).ToHashSet(StringComparer.Ordinal);
        var metrics = board.State.Series.Values.Where(s => s.Figures.SelectMany(f => f.Used).Any(o => keys.Contains(new(ItemKind.Observation, o.Key)))).Select(s => s.Metric.Key).ToHashSet(StringComparer.Ordinal);
        moved = [.. board.State.Criteria.Where(c => about.Contains(c.Key) || CriterionTopics.Metrics(board.State.Thesis, c.Contract.Rule).Any(m => metrics.Contains(m.Key)))];
    }

    private async Task Do()
    {
        var form = Http.Request.Form;
        var act = form["act"].ToString().Split(':', 2);
        switch (act)
        {
            case ["one", var id]:
                await Accept(form, id);
                break;
            case ["undo", var text] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version):
                await TakeBack(version);
                break;
            case ["release" or "done" or "dismiss" or "back"]:
                await Move(act[0]);
                break;
            default:
                await Accept(form, null);
                break;
        }
    }

    private async Task Accept(IFormCollection form, string? one)
    {
        if (opened is null || !CanAccept)
        {
            troubles = [opened is null ? "The filing is still being read. Nothing was accepted; try again in a moment." : "The filing is held back, or your role may not accept. Nothing was accepted."];
            return;
        }

        var result = await Writes.Save(Who, Slug, FindingsForm.Read(form, opened, one), Http.RequestAborted);
        if (result is not WriteResult.Saved saved)
        {
            troubles = Explain(result);
            return;
        }

        if (one is null && filing!.State == FilingState.New) // one alone is accepted on the way; what is ticked is all that somebody wants of it
            await Shelf.Save(Who, Slug, new FinishFiling(Id), Http.RequestAborted);
        Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{FilingUrls.Filing(Slug, Id)}?accepted={saved.Version}"));
    }

    private async Task TakeBack(long version)
    {
        var result = await Undo.Take(Who, Slug, version, Http.RequestAborted);
        if (result is not WriteResult.Saved)
        {
            troubles = Explain(result);
            return;
        }

        if (filing!.State == FilingState.Done)
            await Shelf.Save(Who, Slug, new BringBackFiling(Id), Http.RequestAborted);
        Navigation.NavigateTo($"{FilingUrls.Filing(Slug, Id)}?undone");
    }

    private async Task Move(string act)
    {
        FilingWrite write = act switch
        {
            "release" => new ReleaseFiling(Id),
            "done" => new FinishFiling(Id),
            "dismiss" => new DismissFiling(Id),
            _ => new BringBackFiling(Id),
        };
        var result = await Shelf.Save(Who, Slug, write, Http.RequestAborted);
        if (result is FilingResult.Saved)
            Navigation.NavigateTo(act is "done" or "dismiss" ? FilingUrls.After(Slug, act == "done" ? FilingState.Done : FilingState.Dismissed, Id) : FilingUrls.Filing(Slug, Id));
        else
            troubles = [result.Explain()];
    }

    private static IReadOnlyList<string> Explain(WriteResult result) => result switch
    {
        WriteResult.Invalid invalid => [.. invalid.Problems.Select(p => p.Message)],
        WriteResult.Missing missing => [missing.What],
        WriteResult.Denied => ["You may not do this with your role. Nothing was changed; ask an owner for another role."],
        WriteResult.Failed failed => [failed.Message],
        _ => ["Somebody else changed this at the same moment. Nothing was changed; try again."],
    };
}
