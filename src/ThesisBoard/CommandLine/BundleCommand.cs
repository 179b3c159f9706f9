using System.CommandLine;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Audit.Bundles;

namespace ThesisBoard.CommandLine;

/// <summary><c>bundle &lt;slug&gt; &lt;file&gt; [--without-documents]</c>: a board with all that is needed to check it, in one signed file.</summary>
internal static class BundleCommand
{
    public static Command Create(Terminal terminal)
    {
        var board = new Argument<string>("slug") { Description = "The name of a board." };
        var file = new Argument<string>("file") { Description = "Where to write, such as board.bundle.zip." };
        var bare = new Option<bool>("--without-documents") { Description = "Leave the stored documents out; their hashes go along." };
        var command = new Command("bundle", "Writes a board, its log and its documents into one signed file that anybody can check with: verify <file>") { board, file, bare };
        command.SetAction(async (parsed, ct) =>
        {
            await using var boards = await OpenBoards.ToRead(terminal, ct);
            var slug = parsed.GetRequiredValue(board);
            await boards.Board(slug, ct);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await Write(boards, slug, !parsed.GetValue(bare), path, ct);
            await terminal.Out.WriteLineAsync($"The bundle of {slug} was written to {path}, signed by the key {(await boards.Get<SigningKeys>().Public(ct)).Hash.Hex}.");
        });
        return command;
    }

    /// <summary>In one step, so that a file that was there is either as before or whole.</summary>
    private static async Task Write(OpenBoards boards, string slug, bool withDocuments, string path, CancellationToken ct)
    {
        var part = path + ".part";
        try
        {
            await using (var target = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
                await boards.Get<BundleMaker>().Write(slug, withDocuments, target, ct);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException($"{path} cannot be written: {e.Message}");
        }
        catch (Exception e) when (e is BundleTooLargeException or DocumentChangedException or SigningKeyLostException)
        {
            File.Delete(part);
            throw new CommandRefusedException(e.Message);
        }
    }
}
