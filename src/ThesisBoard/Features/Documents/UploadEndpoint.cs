using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Data;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Documents;

/// <summary>
/// Takes files in, one after the other, as they stream in: each goes to a bounded file of its own first. A script is told every step, line by line; a plain form
/// is led back to the inbox.
/// </summary>
internal static class UploadEndpoint
{
    private const string Lines = "application/x-ndjson";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapPost("/t/{slug}/inbox/upload", Take).DisableAntiforgery(); // checked below, before the files are read
        app.MapPost("/t/{slug}/inbox/join", Join).DisableAntiforgery(); // checked there, with an answer of our own
    }

    /// <summary>What the script sends once all files of one drop are in: their filings.</summary>
    private static async Task<IResult> Join(string slug, HttpContext http, IAntiforgery antiforgery, FilingShelf shelf, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Refuse(StatusCodes.Status400BadRequest, "The form is too old, or did not come from this page. Load the page again.");
        var form = await http.Request.ReadFormAsync(ct);
        var ids = form["ids"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var joined = await shelf.Join(Actor.From(http.User), slug, ids, TogetherWords.Read(form["together"]), ct);
        return Results.Json(joined is null ? null : Line(slug, joined), Web);
    }

    private static object Line(string slug, UploadEvent step) => new { step.File, Step = $"{step.Step}", step.Says, Filing = step.Filing is { } id ? FilingUrls.Filing(slug, id) : null, Id = step.Filing };

    private static async Task<IResult> Take(
        string slug, HttpContext http, IAntiforgery antiforgery, UploadIntake intake, FilingShelf shelf, UploadReports reports, UploadOptions options, BoardShelf boards, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        if (!actor.May(Permission.ReadFilings) || await boards.Version(slug, ct) is null)
            return Refuse(StatusCodes.Status404NotFound, "There is no such inbox.");
        if (!actor.May(Permission.Edit))
            return Refuse(StatusCodes.Status403Forbidden, "You may not bring files in with your role.");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.MaxRequestBytes;
        if (http.Request.ContentLength > options.MaxRequestBytes)
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"That is too much at once: at most {options.MaxFiles} files of {ByteCount.Show(options.MaxFileBytes)}.");
        if (UploadForm.Open(http.Request) is not { } form)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Files are sent as a form.");

        if (!await UploadForm.IsOurs(http, antiforgery, form, ct))
            return Refuse(StatusCodes.Status400BadRequest, "The form is too old, or did not come from this page. Load the page again.");
        var upload = new Upload(actor, slug, http.Request.Headers.Accept.Contains(Lines) ? http.Response : null, intake, shelf, options);
        try
        {
            await upload.Read(form, ct);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException && !ct.IsCancellationRequested)
        {
            await upload.Tell(new("", UploadStep.Refused, "The form ended in the middle. What came before it is kept; send the rest again."));
        }

        return upload.IsTold ? Results.Empty : Results.Redirect($"{FilingUrls.Inbox(slug)}?upload={reports.Put(slug, upload.Outcome)}#upload");
    }

    private static IResult Refuse(int status, string message) => Results.Problem(message, statusCode: status, title: "Nothing was taken");

    /// <summary>The files of one request.</summary>
    private sealed class Upload(Actor actor, string slug, HttpResponse? told, UploadIntake intake, FilingShelf shelf, UploadOptions options)
    {
        private readonly List<UploadEvent> outcome = [];

        public IReadOnlyList<UploadEvent> Outcome => outcome;

        public bool IsTold => told is not null;

        public async Task Read(MultipartReader form, CancellationToken ct)
        {
            var (count, together) = (0, Together.Each);
            while (await form.ReadNextSectionAsync(ct) is { } section)
            {
                if (section.AsFormDataSection() is { Name: "together" })
                    together = await Choice(section, ct);
                if (section.AsFileSection() is not { FileStream: { } content } part)
                    continue;
                var name = DocumentName.Clean(part.FileName, "file");
                if (++count > options.MaxFiles)
                {
                    await Tell(new(name, UploadStep.Refused, $"Not taken: at most {options.MaxFiles} files at once."));
                    return;
                }

                await Read(name, content, ct);
            }

            if (await shelf.Join(actor, slug, [.. outcome.Select(o => o.Filing).OfType<Guid>()], together, ct) is { } joined)
                await Tell(joined);
        }

        private static async Task<Together> Choice(MultipartSection section, CancellationToken ct)
        {
            using var text = new StreamReader(new BoundedBody(section.Body, UploadForm.LongestField));
            return TogetherWords.Read(await text.ReadToEndAsync(ct));
        }

        public async Task Tell(UploadEvent step)
        {
            if (step.Step is UploadStep.Stored or UploadStep.Held or UploadStep.Refused)
                outcome.Add(step);
            if (told is null)
                return;
            if (!told.HasStarted)
                told.ContentType = Lines;
            await told.WriteAsync(JsonSerializer.Serialize(Line(slug, step), Web) + "\n");
            await told.Body.FlushAsync();
        }

        private async Task Read(string name, Stream content, CancellationToken ct)
        {
            await using var file = TemporaryFile.Create("upload");
            try
            {
                await new BoundedBody(content, options.MaxFileBytes).CopyToAsync(file, ct);
            }
            catch (TooLongException)
            {
                await content.CopyToAsync(Stream.Null, ct);
                await Tell(new(name, UploadStep.Refused, $"Not taken: a file may have {ByteCount.Show(options.MaxFileBytes)}, and this one has more."));
                return;
            }

            await Tell(new(name, UploadStep.Received, $"{ByteCount.Show(file.Length)} received."));
            await intake.Take(actor, slug, name, file, Tell, ct);
        }
    }
}
