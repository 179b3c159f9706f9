using Microsoft.Net.Http.Headers;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Documents;

/// <summary>The stored bytes, to keep; and the sanitised page, for the reader's frame. For members of a board that holds or cites it: to everybody else no document is there.</summary>
internal static class DocumentEndpoints
{
    /// <summary>What a page is made by: another build may make it differently.</summary>
    private static readonly string Maker = $"{typeof(SafeHtml).Module.ModuleVersionId:n}"[..12];

    public static void MapStoredDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/documents/{hash}", Bytes).WithSecurityHeadersPolicy(SecurityHeaders.StoredBytes);
        app.MapGet("/documents/{hash}/page", Page).WithSecurityHeadersPolicy(SecurityHeaders.DocumentPage);
    }

    private static async Task<IResult> Bytes(string hash, HttpContext http, Data.Documents documents, DocumentAccess access, CancellationToken ct) =>
        Sha256.TryParse(hash, out var wanted) && await access.May(Actor.From(http.User), wanted, ct) ? await Send(wanted, http, documents, ct) : Results.NotFound();

    /// <summary>The stored bytes as a download, for whoever was found to be allowed them.</summary>
    internal static async Task<IResult> Send(Sha256 wanted, HttpContext http, Data.Documents documents, CancellationToken ct)
    {
        try
        {
            if (await documents.Read(wanted, ct) is not { } document)
                return Results.NotFound();
            http.Response.Headers.CacheControl = "private, no-cache";
            var name = DocumentName.Clean(document.Name, $"document-{wanted.Brief}");
            return Results.File(document.Bytes, "application/octet-stream", name, entityTag: new EntityTagHeaderValue($"\"{wanted.Hex}\""));
        }
        catch (DocumentChangedException e)
        {
            return Changed(e);
        }
    }

    private static async Task<IResult> Page(string hash, HttpContext http, DocumentReadings readings, CancellationToken ct)
    {
        if (!Sha256.TryParse(hash, out var wanted))
            return Results.NotFound();
        try
        {
            if (await readings.Read(Actor.From(http.User), wanted, ct) is not { Page: { } page })
                return Results.NotFound();
            var tag = $"W/\"{wanted.Hex}-{Maker}\"";
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.ETag = tag;
            return http.Request.Headers.IfNoneMatch.Contains(tag)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : Results.Text(page.Html, "text/html; charset=utf-8");
        }
        catch (DocumentChangedException e)
        {
            return Changed(e);
        }
    }

    internal static IResult Changed(DocumentChangedException e) =>
        Results.Problem(e.Message, statusCode: StatusCodes.Status500InternalServerError, title: "The stored document has changed");
}
