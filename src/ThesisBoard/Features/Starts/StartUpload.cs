using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Members;
using ThesisBoard.Filings;

namespace ThesisBoard.Features.Starts;

/// <summary>
/// Takes the filing that says who the issuer is: read through like every upload, kept aside until its board is made, and then brought into its inbox. What was
/// typed stands in the address and is led back with it.
/// </summary>
internal static class StartUpload
{
    public static void MapStarts(this IEndpointRouteBuilder app) => app.MapPost(StartUrls.File, Take).DisableAntiforgery(); // checked below, before the file is read

    private static async Task<IResult> Take(
        HttpContext http, IAntiforgery antiforgery, UploadIntake intake, StartFiles files, UploadReports reports, UploadOptions options, TimeProvider clock, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        if (actor.MemberId is not { } member || !actor.May(Permission.Create))
            return Refuse(StatusCodes.Status403Forbidden, "You may not make boards with your role.");
        var most = options.MaxFileBytes + UploadOptions.Megabyte;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (http.Request.ContentLength > most)
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"A file may have {ByteCount.Show(options.MaxFileBytes)}, and this one has more.");
        if (UploadForm.Open(http.Request) is not { } parts)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Files are sent as a form.");
        if (!await UploadForm.IsOurs(http, antiforgery, parts, ct))
            return Refuse(StatusCodes.Status400BadRequest, "The form is too old, or did not come from this page. Load the page again.");

        var form = StartForm.Read(http.Request.Query);
        var (name, trouble) = ("", "No file came with the form. Choose one first.");
        var content = TemporaryFile.Create("start");
        var isKept = false;
        try
        {
            if (await File(parts, ct) is ({ } chosen, { } body))
            {
                name = chosen;
                await new BoundedBody(body, options.MaxFileBytes).CopyToAsync(content, ct);
                var (file, issuer) = await intake.Look(name, content, read => Read(name, read, content, Today(clock)), ct);
                trouble = files.Put(member, file) ? "" : "Too many files wait on this server. Type the name by hand, and bring the file in once the board is made.";
                isKept = trouble.Length == 0;
                form = form.With(issuer, replaces: false).With("file", isKept ? $"{file.Id}" : "");
                if (form["currency"].Length == 0)
                    form = form.With("currency", file.Currency);
            }
        }
        catch (TooLongException)
        {
            trouble = $"Not taken: a file may have {ByteCount.Show(options.MaxFileBytes)}, and this one has more.";
        }
        catch (FilingException e)
        {
            trouble = $"Not taken: {e.Message}";
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException && !ct.IsCancellationRequested)
        {
            trouble = "The file did not arrive whole. Send it again.";
        }
        finally
        {
            if (!isKept)
                await content.DisposeAsync();
        }

        var report = trouble.Length == 0 ? "" : $"&{StartPage.Refused}={reports.Put("", [new(name, UploadStep.Refused, trouble)])}";
        return Results.Redirect(form.Url(1) + report);
    }

    private static (StartFile File, Issuer Issuer) Read(string name, ReadUpload read, FileStream content, DateOnly today)
    {
        var tagged = read.Facts.Select(FilerFacts.Of).FirstOrDefault(i => i.Name.Length > 0 || i.Cik is not null);
        var issuer = tagged ?? new() { Name = read.Filing.CompanyName, Cik = read.Filing.Cik };
        if (issuer.Name.Length == 0)
            issuer = issuer with { Name = read.Filing.CompanyName };
        var currency = StartPreview.Currency(read.Facts);
        return (new(Guid.NewGuid(), name, read.Says, currency, read.Filing.PeriodEnd, StartPreview.Figures(read.Facts, currency, today), content), issuer);
    }

    private static async Task<(string Name, Stream Body)?> File(MultipartReader form, CancellationToken ct)
    {
        while (await form.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } body, FileName.Length: > 0 } part)
                return (DocumentName.Clean(part.FileName, "file"), body);
        }

        return null;
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IResult Refuse(int status, string message) => Results.Problem(message, statusCode: status, title: "Nothing was taken");
}
