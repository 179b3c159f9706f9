namespace ThesisBoard.Features.Notices;

/// <summary>Adds following, notices and their mail.</summary>
public static class NoticesSetup
{
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NoticeShelf>().AddSingleton<FollowBoard>().AddSingleton<NoticeTaking>().AddSingleton<NoticeMailer>().AddSingleton<UnsubscribeLinks>();
        builder.Services.AddHostedService<NoticeWatch>().AddHostedService<NoticePost>();
    }

    /// <summary>One click of a mail program (RFC 8058), or the button of the page: the signed link is all it needs, and it does the same however often.</summary>
    public static void MapNotices(this WebApplication app) => app.MapPost("/unsubscribe/{token}", async (string token, HttpContext http, UnsubscribeLinks links, FollowBoard follows, CancellationToken ct) =>
    {
        if (links.Read(token) is not { } named)
            return Results.Text("This link does not work: it was cut off.", statusCode: StatusCodes.Status404NotFound);
        await follows.End(named.Account, named.Slug, ct);
        var isPerson = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(ct)).ContainsKey("by");
        return isPerson ? Results.LocalRedirect($"{NoticeUrls.Unsubscribe(token)}?done") : Results.Ok();
    }).DisableAntiforgery().WithOrder(-1); // before the page, which takes no posts
}
