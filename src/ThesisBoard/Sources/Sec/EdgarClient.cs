using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Polly.Timeout;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Edgar;

namespace ThesisBoard.Sources.Sec;

/// <summary>A document as EDGAR sent it, whole.</summary>
public sealed record EdgarFile(string Name, string MediaType, Uri Url, byte[] Bytes);

/// <summary>
/// Asks EDGAR for lists and documents. Lists are asked for conditionally and kept; documents are not, since a filed document never changes and is kept among
/// the board's own. Every method throws <see cref="EdgarException"/> when there is no answer that can be used; nothing incomplete is ever returned or kept.
/// </summary>
public sealed partial class EdgarClient
{
    private const long MostOfAList = 96L * 1024 * 1024;
    private const long MostOfAFeed = 4L * 1024 * 1024;
    private const long MostOfADocument = 100L * 1024 * 1024;
    private const int MostRedirects = 3;
    private static readonly TimeSpan BodyTime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly HttpClient http;
    private readonly EdgarOptions options;
    private readonly EdgarContact contact;
    private readonly EdgarCache cache;
    private readonly EdgarReach reach;
    private readonly TimeProvider clock;

    internal EdgarClient(HttpClient http, EdgarOptions options, EdgarContact contact, EdgarCache cache, EdgarReach reach, TimeProvider clock) =>
        (this.http, this.options, this.contact, this.cache, this.reach, this.clock) = (http, options, contact, cache, reach, clock);

    /// <summary>Who a filer is and what it filed, newest first; the further pages of the list only as far back as <paramref name="since"/>.</summary>
    public async Task<Submissions> Submissions(long cik, DateOnly? since = null, CancellationToken ct = default)
    {
        var list = await List($"submissions/CIK{cik:D10}.json", body => SubmissionsReader.Read(body, cancellation: ct), ct);
        foreach (var page in list.Pages.Where(p => since is null || p.To is null || p.To >= since))
        {
            if (!FileName().IsMatch(page.Name))
                throw new EdgarException(EdgarTrouble.Malformed, $"EDGAR's list names a page “{page.Name}”, which is no file of it.");
            list = list.With(await List($"submissions/{page.Name}", body => SubmissionsReader.Read(body, cancellation: ct), ct));
        }

        return list;
    }

    /// <summary>A filer's newest filings by its feed, which the other of EDGAR's two hosts serves. It names fewer than the list and cannot be asked for conditionally.</summary>
    public Task<AtomFeed> Feed(long cik, CancellationToken ct = default) => Told(async () =>
    {
        var url = new Uri(options.ArchiveAddress, $"cgi-bin/browse-edgar?action=getcompany&CIK={cik:D10}&type=&dateb=&owner=exclude&count=40&output=atom");
        using var response = await Send(url, null, ct);
        var body = await Body(response, MostOfAFeed, ct);
        Check(response, body, isList: true);
        return Parsed(body, content => AtomFeedReader.Read(content, cancellation: ct));
    });

    /// <summary>Everything that a filer ever tagged.</summary>
    public Task<CompanyFacts> CompanyFacts(long cik, CancellationToken ct = default) =>
        List($"api/xbrl/companyfacts/CIK{cik:D10}.json", body => CompanyFactsReader.Read(body, cancellation: ct), ct);

    /// <summary>Every listed company with its ticker; the other of EDGAR's hosts serves the list. <see cref="CompanyList"/> keeps it for a day.</summary>
    public Task<IReadOnlyList<ListedCompany>> Companies(CancellationToken ct = default) => List(CompaniesAddress(options), body => CompanyTickersReader.Read(body, cancellation: ct), ct);

    internal static Uri CompaniesAddress(EdgarOptions options) => new(options.ArchiveAddress, "files/company_tickers.json");

    /// <summary>The header of a filing, with its documents.</summary>
    public async Task<FilingHeader> Header(long cik, string accession, CancellationToken ct = default)
    {
        var page = await Document(cik, accession, $"{accession}-index-headers.html", ct);
        return FilingHeaderReader.Read(Encoding.Latin1.GetString(page.Bytes))
            ?? throw new EdgarException(EdgarTrouble.Malformed, $"The page {page.Url} is not the header of a filing.");
    }

    /// <summary>The files in the folder of a filing.</summary>
    public async Task<FilingIndex> Index(long cik, string accession, CancellationToken ct = default)
    {
        var page = await Document(cik, accession, "index.json", ct);
        return Parsed(page.Bytes, body => FilingIndexReader.Read(body, cancellation: ct));
    }

    /// <summary>One document of a filing, whole.</summary>
    public Task<EdgarFile> Document(long cik, string accession, string name, CancellationToken ct = default)
    {
        if (!AccessionNumber().IsMatch(accession) || !FileName().IsMatch(name))
            throw new EdgarException(EdgarTrouble.NotThere, $"“{name}” of “{accession}” is no document of EDGAR.");
        var url = new Uri(Folder(cik, accession), name);
        return Told(async () =>
        {
            using var response = await Send(url, null, ct);
            var body = await Body(response, MostOfADocument, ct);
            Check(response, body, isList: false);
            return new EdgarFile(name, response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", url, body);
        });
    }

    /// <summary>The folder of a filing, which is also a page for people.</summary>
    public Uri Folder(long cik, string accession) => new(options.ArchiveAddress, $"Archives/edgar/data/{cik}/{accession.Replace("-", "", StringComparison.Ordinal)}/");

    private Task<T> List<T>(string path, Func<Stream, T> read, CancellationToken ct) => List(new Uri(options.DataAddress, path), read, ct);

    private Task<T> List<T>(Uri url, Func<Stream, T> read, CancellationToken ct) => Told(async () =>
    {
        var known = await cache.Find(url.AbsoluteUri, ct);
        using var response = await Send(url, known, ct);
        if (known is not null && response.StatusCode == HttpStatusCode.NotModified)
        {
            await cache.Confirm(url.AbsoluteUri, ct);
            return Parsed(known.Body, read);
        }

        var body = await Body(response, MostOfAList, ct);
        Check(response, body, isList: true);
        var list = Parsed(body, read);
        await cache.Keep(url.AbsoluteUri, response.Headers.ETag?.ToString() ?? "", response.Content.Headers.LastModified?.UtcDateTime, body, ct);
        return list;
    });

    /// <summary>Notes what came of it, for the pages that say since when EDGAR has not been reached.</summary>
    private async Task<T> Told<T>(Func<Task<T>> ask)
    {
        try
        {
            var answer = await ask();
            reach.Reached();
            return answer;
        }
        catch (EdgarException e)
        {
            if (e.IsAnswer)
                reach.Reached();
            else if (e.Trouble != EdgarTrouble.NotSetUp)
                reach.Failed(e);
            throw;
        }
    }

    private static T Parsed<T>(byte[] body, Func<Stream, T> read)
    {
        try
        {
            return read(new MemoryStream(body, writable: false));
        }
        catch (FilingException e)
        {
            throw e.Kind switch
            {
                FilingErrorKind.UnknownCik => new EdgarException(EdgarTrouble.UnknownCik, e.Message, e),
                FilingErrorKind.TooManyRequests => new EdgarException(EdgarTrouble.TooManyRequests, e.Message, e),
                FilingErrorKind.MissingUserAgent => new EdgarException(EdgarTrouble.MissingUserAgent, e.Message, e),
                FilingErrorKind.HtmlInPlaceOfJson => new EdgarException(EdgarTrouble.HtmlInPlaceOfJson, "EDGAR answered with a page where its list belongs; something between here and there may have replaced the answer.", e),
                FilingErrorKind.TooLarge or FilingErrorKind.TooManyItems => new EdgarException(EdgarTrouble.TooLarge, e.Message, e),
                _ when body.AsSpan().Trim("\r\n\t "u8) is [] or [(byte)'{', .., not (byte)'}'] => new EdgarException(EdgarTrouble.Truncated, "EDGAR's answer ended in the middle. Nothing of it was kept.", e),
                _ => new EdgarException(EdgarTrouble.Malformed, $"EDGAR's answer cannot be read: {e.Message}", e),
            };
        }
    }

    private async Task<HttpResponseMessage> Send(Uri url, CachedAnswer? known, CancellationToken ct)
    {
        var who = await RequireReady(ct);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!IsEdgar(url))
                throw new EdgarException(EdgarTrouble.ForeignAddress, $"EDGAR led to {url.GetLeftPart(UriPartial.Authority)}, which is not one of its addresses. Nothing was fetched from there.");
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("User-Agent", $"ThesisBoard {who}");
            if (known is { ETag.Length: > 0 })
                request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
            if (known is { LastModified: { } modified })
                request.Headers.IfModifiedSince = new DateTimeOffset(modified, TimeSpan.Zero);
            var response = await Answer(request, ct);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            url = new Uri(url, location);
        }

        throw new EdgarException(EdgarTrouble.Malformed, "EDGAR led from one address to the next without end.");
    }

    private async ValueTask<string> RequireReady(CancellationToken ct)
    {
        if (!options.Enabled)
            throw new EdgarException(EdgarTrouble.NotSetUp, "Edgar__Enabled is false, so EDGAR is not asked.");
        var who = await contact.Current(ct);
        if (who.Length == 0)
            throw new EdgarException(EdgarTrouble.NotSetUp, "The SEC asks for a contact in every request, and none is named yet. An owner types a name and an e-mail address in the inbox, or the setting Edgar__Contact names them.");
        if (reach.QuietUntil() is { } until)
            throw new EdgarException(EdgarTrouble.TooManyRequests, $"The SEC refused because of too many requests; it is left alone until {Core.Quantities.Figures.Moment(until)}.");
        return who;
    }

    private bool IsEdgar(Uri url) => new[] { options.DataAddress, options.ArchiveAddress }
        .Any(home => Uri.Compare(home, url, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 && url.UserInfo.Length == 0);

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        }
        catch (HttpRequestException e) when (e.InnerException is EdgarException refused)
        {
            throw new EdgarException(refused.Trouble, refused.Message, e);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new EdgarException(EdgarTrouble.Unreachable, $"EDGAR cannot be reached at {request.RequestUri!.Host}.", e);
        }
    }

    /// <summary>The whole body after decompression, never more than the bound.</summary>
    private async Task<byte[]> Body(HttpResponseMessage response, long most, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(BodyTime, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(end.Token);
            using var body = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, end.Token) is > 0 and var read)
            {
                if (body.Length + read > most)
                    throw new EdgarException(EdgarTrouble.TooLarge, $"EDGAR's answer is larger than {most / (1024 * 1024)} MB, which is more than what is taken.");
                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            throw new EdgarException(EdgarTrouble.Truncated, "EDGAR's answer ended in the middle. Nothing of it was kept.", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new EdgarException(EdgarTrouble.Unreachable, "EDGAR's answer took too long.", e);
        }
    }

    /// <summary>The SEC's error pages come with various codes, so the body decides first.</summary>
    private void Check(HttpResponseMessage response, byte[] body, bool isList)
    {
        var known = body.AsSpan().TrimStart("\r\n\t "u8) is [(byte)'<', ..] ? EdgarErrors.Recognize(body.AsSpan(0, Math.Min(body.Length, 8192))) : null;
        var trouble = known?.Kind switch
        {
            FilingErrorKind.UnknownCik => isList ? EdgarTrouble.UnknownCik : EdgarTrouble.NotThere,
            FilingErrorKind.TooManyRequests => EdgarTrouble.TooManyRequests,
            FilingErrorKind.MissingUserAgent => EdgarTrouble.MissingUserAgent,
            _ => response.StatusCode switch
            {
                HttpStatusCode.NotFound => isList ? EdgarTrouble.UnknownCik : EdgarTrouble.NotThere,
                HttpStatusCode.TooManyRequests => EdgarTrouble.TooManyRequests,
                _ => (EdgarTrouble?)(response.StatusCode == HttpStatusCode.OK ? null : EdgarTrouble.Unreachable),
            },
        };
        if (trouble == EdgarTrouble.TooManyRequests)
            reach.KeepQuiet(RetryAfter(response, clock) ?? Pause);
        if (trouble is { } kind)
            throw new EdgarException(kind, Sentence(kind, response, known?.Message));
    }

    private static string Sentence(EdgarTrouble kind, HttpResponseMessage response, string? known) => kind switch
    {
        EdgarTrouble.UnknownCik => known ?? "The SEC knows no filer with this CIK.",
        EdgarTrouble.NotThere => $"EDGAR has no document at {response.RequestMessage?.RequestUri?.AbsolutePath}.",
        EdgarTrouble.TooManyRequests => "The SEC refused because of too many requests. It is left alone for a while.",
        EdgarTrouble.MissingUserAgent => "The SEC refused the contact in the request. Check that it holds a real name and e-mail address.",
        _ => $"EDGAR answered with error {(int)response.StatusCode}.",
    };

    /// <summary>How long the answer asks to wait; null when it does not say.</summary>
    internal static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    [GeneratedRegex(@"^\d{10}-\d{2}-\d{6}$")]
    private static partial Regex AccessionNumber();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$")]
    private static partial Regex FileName();
}
