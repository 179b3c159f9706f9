using System.Text;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Trust;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Data;

/// <summary>
/// The rows that an import of the shipped sample makes, as a script: on the first run of all nobody waits until the whole machinery of a write is warm.
/// What stands in it is what an import writes (a test compares the two), but for ids, which say nothing. The entry in the log is of the moment when it is run.
/// </summary>
internal sealed class SampleScript
{
    private readonly string _file;
    private readonly string _sql;

    private SampleScript(string file, string sql) => (_file, _sql) = (file, sql);

    /// <summary>Whose doing the sample is.</summary>
    public static Actor Author { get; } = Actor.Machine("ThesisBoard");

    /// <summary>The script of this file, or null where the file is another than the one that the script was written of.</summary>
    public static SampleScript? Of(string file)
    {
        using var resource = new StreamReader(typeof(SampleScript).Assembly.GetManifestResourceStream("Sample.sql")!);
        return resource.ReadLine() == Title(file) ? new(file, resource.ReadToEnd()) : null;
    }

    /// <summary>The script's first line: the file that it is of.</summary>
    internal static string Title(string file) => $"-- cango.thesis.json {Sha256.Of(Encoding.UTF8.GetBytes(file)).Hex}";

    /// <summary>Puts the sample on an empty SQLite file, all of it or nothing. Where another node that started just now was first, nothing is done.</summary>
    public async Task Run(BoardDb db, DateTime now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Theses.AnyAsync(ct))
            return;
        await db.RunScript(_sql, ct);
        var board = await db.Theses.Select(t => new { t.Slug, t.Title }).SingleAsync(ct);
        var change = new ChangeRow
        {
            WriteId = Guid.NewGuid(),
            Slug = board.Slug,
            Version = 1,
            At = now,
            By = Author.Name,
            Verb = nameof(ImportThesis),
            Summary = ImportThesis.Told(board.Title),
            Kind = ItemKind.Board,
            Key = board.Slug,
            After = _file,
        };
        change.Hash = LogChain.Next(LogChain.Start(board.Slug), change.Entry()).Hex;
        db.Add(change);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
