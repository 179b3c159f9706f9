using System.CommandLine;
using System.Text;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.CommandLine;

/// <summary><c>export &lt;slug&gt; [file]</c>: a board as a thesis file; without a file on standard output. With one board in the database, <c>export &lt;file&gt;</c> will do.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var board = new Argument<string>("slug") { Description = "The name of a board. With one board in the database it may be left out." };
        var file = new Argument<string?>("file")
        {
            Description = "Where to write. Standard output when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("export", "Writes a board as a thesis file.") { board, file };
        command.SetAction(async (parsed, ct) =>
        {
            var (slug, path) = (parsed.GetRequiredValue(board), parsed.GetValue(file));
            await using var boards = await OpenBoards.ToRead(terminal, ct);
            if (path is null && ThesisFiles.IsPath(slug))
                (slug, path) = (await OnlyBoard(boards, ct), slug);
            var content = (await boards.Board(slug, ct)).Content;
            var text = ThesisFile.Write(content.Thesis, content.Record);
            if (path is null)
                await terminal.Out.WriteAsync(text);
            else
                await Write(path, text, ct);
        });
        return command;
    }

    private static async Task<string> OnlyBoard(OpenBoards boards, CancellationToken ct) =>
        await boards.Get<BoardShelf>().Slugs(ct) switch
        {
            [var only] => only,
            [] => throw new CommandRefusedException("There are no boards to export."),
            var several => throw new CommandRefusedException($"There are several boards: {string.Join(", ", several)}. Say which: export <slug> <file>"),
        };

    /// <summary>In one step, so that a file that was there is either as before or whole.</summary>
    private static async Task Write(string path, string text, CancellationToken ct)
    {
        var part = path + ".part";
        try
        {
            await File.WriteAllTextAsync(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException($"{path} cannot be written: {e.Message}");
        }
    }
}
