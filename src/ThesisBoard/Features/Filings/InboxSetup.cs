using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Presence;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Filings;

/// <summary>Adds the inbox.</summary>
public static class InboxSetup
{
    public static WebApplicationBuilder AddInbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InboxReader>().AddSingleton<FilingReadings>().AddSingleton<SilenceSearch>().AddSingleton<SearchesSince>().AddSingleton<InboxHistory>();
        return builder;
    }

    /// <summary>Tells a member's open page of changes of the board and of what is around it, and who else is here.</summary>
    public static void MapInbox(this WebApplication app) => app.MapGet("/t/{slug}/inbox/changes", async (
        string slug, HttpContext http, MemberFeed feed, StreamRights rights, BoardShelf boards, InboxReader inbox, CancellationToken ct) =>
    {
        var member = Actor.From(http.User);
        if (!member.May(Permission.ReadFilings))
            return Results.Unauthorized();
        return await boards.Version(slug, ct) is null
            ? Results.NotFound()
            : feed.Of(member, slug, async token => await inbox.Stamp(slug, token), rights.Of(http, slug, Permission.ReadFilings), ct);
    }).RequireRateLimiting(Limits.Streams);
}
