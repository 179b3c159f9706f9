using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Presence;

namespace ThesisBoard.Features.Editing;

/// <summary>Joins the static page with the dialogs: <c>island.js</c> calls <see cref="Do"/> for every button that asks for something.</summary>
public sealed partial class EditIsland : IAsyncDisposable
{
    /// <summary>What the log's buttons ask for: no dialog, but a version to be taken back.</summary>
    internal const string UndoVerb = "undo";

    private DotNetObjectReference<EditIsland>? self;
    private IJSObjectReference? script;
    private bool isAwake;
    private IDisposable? editing;
    private string path = "";

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private Editor Editor { get; set; } = default!;

    [Inject] private BoardPresence Presence { get; set; } = default!;

    /// <summary>The board of the page; blank on the page of all boards.</summary>
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>A board that was removed just before this page was opened, with the version that removed it: taking it back is offered here.</summary>
    [Parameter] public string? Removed { get; set; }

    [Parameter] public long Change { get; set; }

    /// <summary>Opens the dialog for a verb and comes back when it is closed; or takes a change back.</summary>
    /// <param name="verb">What is asked for.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="asOf">The date of the page.</param>
    /// <param name="seen">The version on which somebody typed before the connection was lost; null for a dialog that is opened afresh.</param>
    /// <returns>True when something was saved.</returns>
    [JSInvokable]
    public async Task<bool> Do(string verb, string? key, string? asOf, string? seen)
    {
        Editor.PageDate = BoardUrls.TryDate(asOf, out var date) ? date : null;
        if (verb != UndoVerb && !EditVerbs.Knows(verb))
            return false;
        Wake();
        if (verb == UndoVerb)
            return long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && await Editor.TakeBack(Slug, version);
        editing?.Dispose();
        using var edit = editing = Presence.Edit(Slug, await Editor.Actor(), EditedPlace.Of(verb, key));
        return await EditVerbs.Open(Dialogs, new(verb, key, seen)) is { Canceled: false };
    }

    /// <summary>Asked now and then by the page: a circuit that does not answer is one that nobody can use.</summary>
    [JSInvokable]
    public bool IsAlive() => self is not null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Turn;
        self?.Dispose();
        editing?.Dispose(); // a dialog that was open when the page went away never closes
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is closed, and with it the script.
        }
    }

    protected override void OnInitialized()
    {
        Editor.Slug = Slug;
        path = PathOf(Navigation.Uri);
        Navigation.LocationChanged += Turn;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        self = DotNetObjectReference.Create(this);
        script = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["island.js"]);
        await script.InvokeVoidAsync("attach", self);
        if (Removed is not { Length: > 0 } slug)
            return;
        await script.InvokeVoidAsync("dialogs");
        Wake();
        Editor.Offer(slug, Change, $"Removed the board “{slug}”", () => Navigation.NavigateTo(BoardUrls.Board(slug), forceLoad: true));
    }

    private void Turn(object? sender, LocationChangedEventArgs to)
    {
        var before = path;
        path = PathOf(to.Location);
        if (path != before)
            Editor.LeavePage();
    }

    private static string PathOf(string address) => new Uri(address).AbsolutePath;

    /// <summary>Renders the places of dialogs and messages, at once: what is shown next finds them. Before that the script that they need is not there.</summary>
    private void Wake()
    {
        if (isAwake)
            return;
        isAwake = true;
        StateHasChanged();
    }
}
