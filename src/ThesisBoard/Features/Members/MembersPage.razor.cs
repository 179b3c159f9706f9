using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Shell;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Members;

/// <summary>What the buttons of the people page do. A link that was made is in this one answer and nowhere else, so it is not led away from.</summary>
public sealed partial class MembersPage
{
    private static readonly int[] Lifetimes = [1, 7, 30, InviteToBoard.LongestDays];
    private PeopleView? view;
    private string title = "";
    private string? said;
    private string? link;
    private string? sent;
    private InviteToBoard asked = new(Role.Viewer, 7);

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private BoardRoles People { get; set; } = default!;

    [Inject] private BoardShelf Boards { get; set; } = default!;

    [Inject] private Mailer Mailer { get; set; } = default!;

    [Inject] private SiteAddress Site { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    private Actor Who => Actor.From(Http.User);

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        view = await People.Read(Who, Slug, Http.RequestAborted);
        if (view is not null && await Boards.Board(Slug, Http.RequestAborted) is { } board)
            title = board.Content.Thesis.Title;
    }

    private async Task Do()
    {
        var form = Http.Request.Form;
        var parts = form["Act"].ToString().Split(':');
        if (Write(parts, form) is not { } write)
            return;
        var result = await People.Save(Who, Slug, write, Http.RequestAborted);
        said = result is AccessResult.Saved ? Done(write) : result.Explain();
        await Load();
    }

    private static AccessWrite? Write(string[] parts, IFormCollection form) => parts switch
    {
        ["open"] => new SetBoardVisibility(true),
        ["close"] => new SetBoardVisibility(false),
        ["uninvite", var text] when Guid.TryParse(text, out var id) => new WithdrawInvitation(id),
        ["withdraw", var text, var was] when Guid.TryParse(text, out var id) && Enum.TryParse<Role>(was, out var role) => new SetBoardRole(id, null, role),
        ["set", var text, var was] when Guid.TryParse(text, out var id) && Enum.TryParse<Role>(was, out var role) && Enum.TryParse<Role>(form[$"role:{id}"], out var other) =>
            new SetBoardRole(id, other, role),
        _ => null,
    };

    private static string Done(AccessWrite write) => write switch
    {
        SetBoardRole { To: null } => "Withdrawn. It counts at once, on open pages too.",
        SetBoardRole => "Saved. It counts at once, on open pages too.",
        SetBoardVisibility { IsPublic: true } => "Everybody can read this board now.",
        SetBoardVisibility => "Only its people see this board now.",
        _ => "Withdrawn. The link does not work any more.",
    };

    private async Task Invite()
    {
        var form = Http.Request.Form;
        _ = Enum.TryParse<Role>(form["Role"], out var role);
        _ = int.TryParse(form["Days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        asked = new(role, days, form["Email"].ToString().Trim());
        var result = await People.Save(Who, Slug, asked, Http.RequestAborted);
        if (result is AccessResult.Saved { Token: { } token })
            await Tell(Site.Of(MemberUrls.Join(token), Http));
        else
            said = result.Explain();
        await Load();
    }

    private async Task Tell(Uri invitation)
    {
        link = invitation.AbsoluteUri;
        if (asked.Email.Length == 0)
            return;
        var board = (await Boards.Board(Slug, Http.RequestAborted))?.Content.Thesis.Title;
        sent = await Mailer.Send(InvitationLetter.Of(asked, Who.Name, board ?? Slug, invitation), Http.RequestAborted) switch
        {
            MailResult.Sent => $"It was sent to {asked.Email}.",
            MailResult.Failed failed => $"It was not sent: {failed.Reason} Pass it on yourself.",
            _ => "This server sends no mail: pass it on yourself.",
        };
        asked = new(Role.Viewer, 7);
    }

    private static string Says(BoardPerson person) => person switch
    {
        { Here: { } here, Everywhere: > Role.Anonymous } => $"{here} here, {person.Everywhere} on every board, since {Figures.Date(DateOnly.FromDateTime(person.JoinedAt))}",
        { Here: { } here } => $"{here} of this board since {Figures.Date(DateOnly.FromDateTime(person.JoinedAt))}",
        _ => $"{person.Everywhere} of every board",
    };
}
