using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ThesisBoard.Features.Documents;

/// <summary>A form that brings files, read as it streams in.</summary>
internal static class UploadForm
{
    public const int LongestField = 8 * 1024;
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>The parts of the form; null when the request is none.</summary>
    public static MultipartReader? Open(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 128 } boundary ? new(boundary.Value!, request.Body) { HeadersLengthLimit = 16 * 1024 } : null;

    /// <summary>The token comes in a header or, from a plain form, in its first field: no file is read before it is checked.</summary>
    public static async Task<bool> IsOurs(HttpContext http, IAntiforgery antiforgery, MultipartReader form, CancellationToken ct)
    {
        if (!http.Request.Headers.ContainsKey(TokenHeader))
        {
            if (await form.ReadNextSectionAsync(ct) is not { } first || first.AsFormDataSection() is not { Name: TokenField })
                return false;
            first.Body = new BoundedBody(first.Body, LongestField);
            using var text = new StreamReader(first.Body);
            http.Request.Form = new FormCollection(new Dictionary<string, StringValues> { [TokenField] = await text.ReadToEndAsync(ct) });
        }
        else
        {
            http.Request.Form = FormCollection.Empty; // so that nobody reads the body for it
        }

        return await antiforgery.IsRequestValidAsync(http);
    }
}
