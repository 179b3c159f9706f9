using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Filings;

/// <summary>What the filings do not say: what is open, a search over their texts, and the searches on file looked at again.</summary>
public sealed partial class SilencePage
{
    private const int MostChoices = 40;
    private const int MostRechecked = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    private BoardSnapshot? board;
    private IReadOnlyList<FiledDocument> documents = [];
    private IReadOnlyList<string> terms = [];
    private HashSet<Guid> chosen = [];
    private IReadOnlyList<DisclosureGap> gaps = [];
    private IReadOnlyList<SearchAgain> onFile = [];
    private SearchRun? run;
    private string trouble = "";
    private bool isDenied;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private SilenceSearch Search { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    private Actor Who => Actor.From(Http.User);

    private bool CanEdit => Who.May(Permission.Edit);

    private string? Criterion => Http.Request.Query["criterion"];

    private bool WasKept => Http.Request.Query.ContainsKey("kept");

    private int YearEnd => board!.State.Thesis.Issuer.Filer.FiscalYearEndMonth;

    private IReadOnlyList<FiledDocument> Asked => chosen.Count == 0 ? documents : [.. documents.Where(d => chosen.Contains(d.Filing.Id))];

    protected override async Task OnInitializedAsync()
    {
        board = await Boards.Read(Slug, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Http.RequestAborted);
        isDenied = board is not null && !Who.May(Permission.ReadFilings);
        if (board is null || isDenied)
            return;
        documents = await Search.Documents(Who, Slug, Http.RequestAborted);
        gaps = DisclosureGaps.Of(board.State);
        Asking(Http.Request.Query["terms"], Http.Request.Query["f"]);
        if (HttpMethods.IsPost(Http.Request.Method))
            return;
        if (terms.Count > 0 && Http.Request.Query.ContainsKey("run"))
            run = await Search.Run(Asked, terms, YearEnd, Patience, Http.RequestAborted);
        await LookAgain(Patience);
    }

    private void Asking(string? typed, IEnumerable<string?> filings)
    {
        terms = SilenceSearch.Terms(typed);
        chosen = filings.Select(f => Guid.TryParse(f, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
    }

    private async Task LookAgain(TimeSpan patience)
    {
        var again = new List<SearchAgain>();
        foreach (var item in board!.State.Evidence.Select(e => e.Item).Where(i => i.Search is not null).Take(MostRechecked))
            again.Add(new(item, await Search.Run(SilenceSearch.NewerThan(item.Search!, documents), item.Search!.Terms, YearEnd, patience, Http.RequestAborted)));
        onFile = again;
    }

    private async Task Do()
    {
        var form = Http.Request.Form;
        var result = form["renew"] is [{ Length: > 0 } key] ? await Renew(key) : await Attach(form);
        if (result is WriteResult.Saved)
            Navigation.NavigateTo($"{SilenceUrls.Page(Slug)}?kept#searches");
        else
            await Failed(result);
    }

    /// <summary>The search is run again here: what the page said a minute ago is not evidence.</summary>
    private async Task<WriteResult?> Attach(IFormCollection form)
    {
        Asking(form["terms"], form["f"]);
        run = await Search.Run(Asked, terms, YearEnd, LongPatience, Http.RequestAborted);
        if (terms.Count == 0 || !run.IsSilent)
            return null;
        var newest = run.Searched[0];
        var stance = form["stance"] == BoardUrls.Name(Stance.Contradicts) ? Stance.Contradicts : Stance.Context;
        var claim = form["claim"].ToString().Trim();
        var item = new EvidenceItem
        {
            Key = "",
            Source = "",
            Claim = claim.Length > 0 ? claim : SilenceWords.Claim(board!.State.Thesis.Issuer.Name, run),
            Stances = form["criterion"] is [{ Length: > 0 } criterion] ? [new(criterion, stance)] : [],
            Search = Log(run.Terms, run.Searched),
        };
        var source = FilingSource.Of(board!.State.Thesis, newest.Filing, newest.Document);
        return await Writes.Save(Who, Slug, new AcceptFindings($"a search of {Figures.Count(run.Searched.Count, "document")}", [new(source, [], [item])]), Http.RequestAborted);
    }

    /// <summary>Puts the newer documents, in which it is silent too, beside those searched before.</summary>
    private async Task<WriteResult?> Renew(string key)
    {
        if (await Boards.ReadForEdit(Slug, Http.RequestAborted) is not { } stored || BoardItems.Evidence.Get(stored.Content, key) is not { Search: { } search } item)
            return null;
        run = null;
        var newer = await Search.Run(SilenceSearch.NewerThan(search, documents), search.Terms, YearEnd, LongPatience, Http.RequestAborted);
        if (!newer.IsSilent)
            return null;
        var log = Log(search.Terms, newer.Searched) with { Documents = [.. search.Documents, .. SilenceWords.Named(newer.Searched)] };
        return await Writes.Save(Who, Slug, new EditEvidence(item with { Search = log }, stored.RowVersion(ItemKind.Evidence, key)), Http.RequestAborted);
    }

    private NullSearch Log(IReadOnlyList<string> searched, IReadOnlyList<FiledDocument> through) =>
        new(searched, SilenceWords.Named(through), new(Clock.GetUtcNow().UtcDateTime), Who.Name.Length > 0 ? Who.Name : "a member");

    private async Task Failed(WriteResult? result)
    {
        trouble = result switch
        {
            null => "This was not kept: only a search that went through every document and found nothing is evidence of silence.",
            WriteResult.Invalid invalid => string.Join(' ', invalid.Problems.Select(p => p.Message)),
            WriteResult.Denied => "You may not do this with your role. Nothing was changed; ask an owner for another role.",
            WriteResult.Failed failed => failed.Message,
            _ => "Somebody else changed this at the same moment. Nothing was changed; try again.",
        };
        await LookAgain(Patience);
    }
}
