using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Where things were read.</summary>
internal sealed class SourceChecks(CheckDesk desk)
{
    private const int MaxUrl = 2_000;

    public void Check(IReadOnlyList<Source> sources) => desk.Each(sources, "$.record.sources", s => s.Key, (source, path) =>
    {
        desk.Line(source.Title, path + ".title");
        desk.Line(source.Publisher, path + ".publisher");
        desk.Date(source.Published.Date, path + ".published");
        if (source.Url is { } url)
            Url(url, path + ".url");
        desk.Accession(source.Accession, path + ".accession");
        desk.Date(source.Report?.PeriodEnd, path + ".report");
        desk.Date(source.Extends?.PeriodEnd, path + ".extends");
        desk.Require(source.Report is null || source.Extends is null, path + ".extends",
            "A source is either the report itself or a notice that it comes late. Keep one of the two.");
        desk.Text(source.Note, path + ".note");
    });

    private void Url(Uri url, string path)
    {
        desk.Require(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps), path,
            "Only addresses that begin with http:// or https:// are kept. Copy the address from the browser.");
        desk.Require(!url.IsAbsoluteUri || url.UserInfo.Length == 0, path, "The address holds a user name or password. Take it out.");
        desk.Text(url.OriginalString, path, MaxUrl);
    }
}
