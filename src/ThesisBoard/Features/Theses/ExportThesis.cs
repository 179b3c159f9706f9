using System.Text;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;

namespace ThesisBoard.Features.Theses;

/// <summary>The board as its file: canonical, so that exporting an import gives the same bytes. Whoever may read the board may take it along.</summary>
internal static class ExportThesis
{
    public static void MapExport(this IEndpointRouteBuilder app) => app.MapGet("/t/{slug}/thesis.json", async (string slug, BoardShelf shelf, CancellationToken ct) =>
        await shelf.Board(slug, ct) is { Content: var (thesis, record) }
            ? Results.File(Encoding.UTF8.GetBytes(ThesisFile.Write(thesis, record)), "application/json", $"{thesis.Slug}.thesis.json") // a slug is a key: letters, digits, hyphens
            : Results.NotFound());
}
