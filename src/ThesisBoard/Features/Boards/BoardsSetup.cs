using ThesisBoard.Features.Changes;
using ThesisBoard.Live;

namespace ThesisBoard.Features.Boards;

/// <summary>Adds the pages that show boards.</summary>
public static class BoardsSetup
{
    public static void AddBoards(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<RecentChanges>().AddSingleton<BoardPageReader>();

    public static void MapBoards(this WebApplication app) => app.MapChanges();
}
