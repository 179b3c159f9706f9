using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Shares;

/// <summary>What the page of share links does. A link just made is shown in the answer itself and nowhere else; after everything else the page is shown anew.</summary>
public sealed partial class SharingPage
{
    private IReadOnlyList<ShareEntry>? links;
    private BoardSnapshot? board;
    private IReadOnlyList<Problem> problems = [];
    private DateTime now;
    private bool isRead;
    private bool isPublic;
    private string? made;
    private string? trouble;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private ShareList List { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private AccessShelf Access { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    [SupplyParameterFromForm(FormName = "make-link")] private ShareForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "link-act")] private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "link-act")] private string? NewPassword { get; set; }

    private Actor Who => Actor.From(Http.User);

    private string? Said => trouble ?? (made is not null ? null : (string?)Http.Request.Query["now"] switch
    {
        "revoked" => "The link is revoked. Pages that were open by it have ended.",
        "password" => "The password is changed. Whoever came in by the old one is out.",
        _ => null,
    });

    protected override async Task OnInitializedAsync()
    {
        now = Clock.GetUtcNow().UtcDateTime;
        isPublic = (await Access.Of(Slug, Http.RequestAborted)).IsPublic;
        await Load();
    }

    private async Task Load()
    {
        links = await List.Of(Who, Slug, Http.RequestAborted);
        board = links is null ? null : await Boards.Read(Slug, DateOnly.FromDateTime(now), Http.RequestAborted);
        isRead = true;
    }

    private async Task Make()
    {
        var (choices, unread) = (Form ?? new()).Read();
        problems = [.. unread, .. choices.Problems(now).Where(p => unread.All(u => u.Path != p.Path))];
        if (problems.Count > 0)
            return;
        var token = ShareToken.New();
        var result = await Writes.Save(Who, Slug, new MakeShareLink(ShareToken.HashOf(token), choices), Http.RequestAborted);
        if (result is WriteResult.Saved)
            (made, Form) = (token, null);
        else
            Refused(result);
        await Load();
    }

    private async Task Do()
    {
        if ((Act ?? "").Split(':', 2) is not [var act, var text] || !Guid.TryParse(text, out var id))
            return;
        ShareWrite? write = act switch
        {
            "revoke" => new RevokeShareLink(id),
            "password" => new SetSharePassword(id, NewPassword),
            _ => null,
        };
        if (write is null)
            return;
        var result = await Writes.Save(Who, Slug, write, Http.RequestAborted);
        if (result is WriteResult.Saved)
            Navigation.NavigateTo(write is RevokeShareLink ? ShareUrls.AfterRevoking(Slug) : ShareUrls.AfterPassword(Slug));
        else
            Refused(result);
    }

    private void Refused(WriteResult result) => trouble = result switch
    {
        WriteResult.Invalid invalid => string.Join(' ', invalid.Problems.Select(p => p.Message)),
        WriteResult.Missing missing => missing.What,
        WriteResult.Failed failed => failed.Message,
        _ => "You may not do this with your role. Nothing was changed; ask an owner of the board.",
    };

    private string Absolute(string token) => $"{Http.Request.Scheme}://{Http.Request.Host}{ShareUrls.Share(token)}";
}
