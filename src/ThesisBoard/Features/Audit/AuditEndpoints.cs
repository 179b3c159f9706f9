using ThesisBoard.Data;
using ThesisBoard.Features.Audit.Bundles;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Audit;

/// <summary>The bundle, for members who may see the documents in it; and the public key, for everybody.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this WebApplication app)
    {
        app.MapGet("/t/{slug}/bundle", Bundle).WithSecurityHeadersPolicy(SecurityHeaders.StoredBytes);
        app.MapGet(AuditUrls.Key, Key);
    }

    private static async Task<IResult> Bundle(string slug, HttpContext http, BundleMaker bundles, CancellationToken ct)
    {
        if (!Actor.From(http.User).May(Permission.ReadFilings))
            return Results.NotFound();
        var file = TemporaryFile.Create("bundle");
        try
        {
            if (!await bundles.Write(slug, AuditUrls.WantsDocuments(http.Request.Query), file, ct))
            {
                await file.DisposeAsync();
                return Results.NotFound();
            }
        }
        catch (Exception e)
        {
            await file.DisposeAsync();
            if (e is not (BundleTooLargeException or DocumentChangedException or SigningKeyLostException))
                throw;
            return Results.Problem(e.Message, statusCode: StatusCodes.Status500InternalServerError, title: "There is no bundle");
        }

        file.Position = 0;
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file, "application/zip", $"{slug}.bundle.zip");
    }

    private static async Task<IResult> Key(SigningKeys keys, CancellationToken ct)
    {
        try
        {
            return Results.Text((await keys.Public(ct)).Pem, "application/x-pem-file");
        }
        catch (SigningKeyLostException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status500InternalServerError, title: "There is no key");
        }
    }
}
