using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Members;

namespace ThesisBoard.CommandLine;

/// <summary>The database behind a command: the same services as the server's, without a web host.</summary>
internal sealed class OpenBoards : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OpenBoards(Terminal terminal) => services = new ServiceCollection()
        .AddSingleton(terminal.Clock)
        .AddBoardData(DatabaseSettings.Read(terminal.Settings))
        .AddSingleton<SignInLinks>()
        .AddAudit()
        .BuildServiceProvider();

    /// <summary>Who the log says it was.</summary>
    public static Actor Actor { get; } = Actor.Machine("command line");

    /// <summary>Opens a database that must be there, and changes nothing of it.</summary>
    /// <exception cref="RefusedToStartException">There is none, or it is not fit to be read.</exception>
    public static async Task<OpenBoards> ToRead(Terminal terminal, CancellationToken ct)
    {
        var boards = new OpenBoards(terminal);
        await boards.Get<DatabaseStartup>().Check(ct);
        return boards;
    }

    /// <summary>Opens the database as the server does: made where there is none, brought up to date where it is older.</summary>
    /// <exception cref="RefusedToStartException">It is not fit to be written.</exception>
    public static async Task<OpenBoards> ToWrite(Terminal terminal, CancellationToken ct)
    {
        var boards = new OpenBoards(terminal);
        await boards.Get<DatabaseStartup>().Migrate(ct);
        return boards;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A board by its name, or a refusal that lists the names there are.</summary>
    public async Task<StoredBoard> Board(string slug, CancellationToken ct)
    {
        var shelf = Get<BoardShelf>();
        if (await shelf.Board(slug, ct) is { } board)
            return board;
        var slugs = await shelf.Slugs(ct);
        throw new CommandRefusedException(slugs.Count == 0
            ? $"There is no board '{slug}': no boards are in the database. Make one with: {Commands.Invocation} -- import <file>"
            : $"There is no board '{slug}'. The boards are {string.Join(", ", slugs)}.");
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
