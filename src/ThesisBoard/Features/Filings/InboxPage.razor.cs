using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Filings;

/// <summary>What the buttons of the inbox do. After each the page is shown anew, so that a reload repeats nothing.</summary>
public sealed partial class InboxPage
{
    /// <summary>A check that takes longer goes on by itself; its filings appear when they come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private InboxView? view;
    private bool isDenied;
    private bool isMissing;
    private string? trouble;
    private string? contactWrong;
    private FilingState? now;
    private Guid? undo;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private InboxReader Reader { get; set; } = default!;

    [Inject] private FilingShelf Shelf { get; set; } = default!;

    [Inject] private BoardShelf Boards { get; set; } = default!;

    [Inject] private Watcher Watcher { get; set; } = default!;

    [Inject] private EdgarContact EdgarContact { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    [SupplyParameterFromForm(FormName = "inbox-act")] private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "inbox-fetch")] private string? Accession { get; set; }

    [SupplyParameterFromForm(FormName = "inbox-contact")] private string? ContactName { get; set; }

    [SupplyParameterFromForm(FormName = "inbox-contact")] private string? ContactAddress { get; set; }

    private Actor Who => Actor.From(Http.User);

    private string? Said => trouble ?? now switch
    {
        FilingState.Dismissed => "Dismissed.",
        FilingState.Done => "Marked as done.",
        FilingState.New => "It waits in the inbox.",
        FilingState.Held => "It is held back again.",
        _ when Arrived is { } count => count == 0 ? "EDGAR was asked: nothing new." : $"{Figures.Count(count, "filing")} arrived.",
        _ when Http.Request.Query.ContainsKey("contact") => view is { Edgar.IsReady: true } ? "Saved. EDGAR can be asked now." : "Saved. EDGAR is not asked any more.",
        _ when Http.Request.Query.ContainsKey("checking") => "EDGAR is being asked; what is new appears here by itself.",
        _ => null,
    };

    private int? Arrived => int.TryParse(Http.Request.Query["arrived"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    protected override async Task OnInitializedAsync()
    {
        if (Enum.GetValues<FilingState>().Cast<FilingState?>().FirstOrDefault(s => BoardUrls.Name(s!.Value) == Http.Request.Query["now"]) is { } state)
        {
            now = state;
            undo = state is FilingState.Dismissed or FilingState.Done && Guid.TryParse(Http.Request.Query["filing"], out var id) ? id : null;
        }

        await Load();
    }

    private async Task Load()
    {
        var page = int.TryParse(Http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        view = await Reader.Read(Who, Slug, page, Http.RequestAborted);
        isMissing = await Boards.Version(Slug, Http.RequestAborted) is null;
        isDenied = view is null && !isMissing;
    }

    private async Task Do()
    {
        var parts = (Act ?? "").Split(':', 2);
        if (parts[0] == "check")
        {
            await Report(Watcher.CheckNow(Who, Slug));
            return;
        }

        if (Write(parts) is not { } write)
            return;
        var result = await Shelf.Save(Who, Slug, write, Http.RequestAborted);
        if (result is not FilingResult.Saved saved)
            await Say(result.Explain());
        else if (saved.Id is { } id && await Shelf.Read(Who, Slug, id, Http.RequestAborted) is { } filing)
            Navigation.NavigateTo(FilingUrls.After(Slug, filing.State, id));
        else
            Navigation.NavigateTo(FilingUrls.Inbox(Slug));
    }

    private async Task Contact()
    {
        if ((contactWrong = await EdgarContact.Set(Who, ContactName, ContactAddress, Http.RequestAborted)) is null)
            Navigation.NavigateTo($"{FilingUrls.Inbox(Slug)}?contact");
    }

    private Task Fetch() => Report(Watcher.Fetch(Who, Slug, Accession ?? ""));

    private static FilingWrite? Write(string[] parts) => parts switch
    {
        ["watch"] => new WatchIssuer(true),
        ["unwatch"] => new WatchIssuer(false),
        [var act, var text] when Guid.TryParse(text, out var id) => act switch
        {
            "dismiss" => new DismissFiling(id),
            "done" => new FinishFiling(id),
            "back" => new BringBackFiling(id),
            "release" => new ReleaseFiling(id),
            "apart" => new TakeFilingApart(id),
            _ => null,
        },
        _ => null,
    };

    private async Task Report(Task<CheckReport> check)
    {
        await Task.WhenAny(check, Task.Delay(Patience, Clock, Http.RequestAborted));
        if (!check.IsCompleted)
            Navigation.NavigateTo(FilingUrls.AfterCheck(Slug, null));
        else if (await check is var report && report.Trouble is { } wrong)
            await Say(report.Arrived == 0 ? wrong : $"{Figures.Count(report.Arrived, "filing")} arrived. {wrong}");
        else
            Navigation.NavigateTo(FilingUrls.AfterCheck(Slug, report.Arrived));
    }

    private async Task Say(string what)
    {
        (trouble, now, undo) = (what, null, null);
        await Load();
    }
}
