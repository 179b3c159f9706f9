using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Mail;

namespace ThesisBoard.Features.Notices;

/// <summary>What the page of notices reads, and what its buttons do.</summary>
public sealed partial class NoticesPage
{
    private const string Form = "notices";
    private const string Read = "read";
    private const string Follow = "follow";
    private IReadOnlyList<Notice> notices = [];
    private IReadOnlyDictionary<string, Following> followed = new Dictionary<string, Following>();
    private IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>();
    private bool hasMail;
    private bool isSaved;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private NoticeShelf Notices { get; set; } = default!;

    [Inject] private FollowBoard Follows { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private Mailer Mailer { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromForm(FormName = Form)] private string? Act { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var (actor, ct) = (Actor.From(Http.User), Http.RequestAborted);
        if (actor.MemberId is null)
            return;
        isSaved = Http.Request.Query.ContainsKey("saved");
        hasMail = Mailer.IsReady;
        notices = await Notices.Read(actor, ct);
        followed = await Notices.Followed(actor, ct);
        var boards = await Boards.ReadAll(actor, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), ct);
        titles = boards.ToDictionary(b => b.Slug, b => b.Title, StringComparer.Ordinal);
    }

    private async Task Do()
    {
        var (actor, ct) = (Actor.From(Http.User), Http.RequestAborted);
        if (Act == Read)
            await Notices.MarkRead(actor, ct);
        else if (Act == Follow)
            await Save(actor, ct);
        Navigation.NavigateTo(Act == Follow ? $"{NoticeUrls.Page}?saved" : NoticeUrls.Page);
    }

    /// <summary>Only what differs is written.</summary>
    private async Task Save(Actor actor, CancellationToken ct)
    {
        foreach (var slug in titles.Keys)
        {
            var before = followed.GetValueOrDefault(slug, Following.Nothing);
            if (!Enum.TryParse<FollowMode>(Http.Request.Form[$"mode:{slug}"], out var mode) || !Enum.IsDefined(mode))
                continue;
            var days = int.TryParse(Http.Request.Form[$"days:{slug}"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, Following.MostDaysAhead) : before.DaysAhead;
            if (new Following(mode, days) is var after && after != before)
                await Follows.Set(actor, slug, after, ct);
        }
    }

    private static string Word(FollowMode mode) => mode switch
    {
        FollowMode.Off => "nothing",
        FollowMode.AtOnce => "at once, by mail too",
        FollowMode.Daily => "here, and by one mail a day",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such way to follow"),
    };
}
