using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Notices;
using ThesisBoard.Features.Presence;

namespace ThesisBoard.Live;

/// <summary>Adds what people do on a board beside its record: they talk, see one another, and are told what is new.</summary>
public static class TogetherSetup
{
    public static void AddTogether(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BoardPeople>().AddSingleton<CommentReader>();
        builder.AddNotices();
        builder.Services.AddSingleton<BoardPresence>().AddSingleton<MemberFeed>().AddHostedService<PresenceBeat>();
    }
}
