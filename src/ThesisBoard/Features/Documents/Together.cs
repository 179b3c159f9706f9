using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Documents;

/// <summary>What files that are sent together are.</summary>
public enum Together
{
    /// <summary>One filing where they look like a document and its exhibits, else a filing each.</summary>
    Auto,

    /// <summary>One filing, as somebody says.</summary>
    One,

    /// <summary>A filing each.</summary>
    Each,
}

/// <summary>Joins what was sent together.</summary>
internal static class TogetherWords
{
    public static Together Read(string? text) => Enum.TryParse<Together>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : Together.Auto;

    public static string Of(Together together) => together switch
    {
        Together.One => "are one filing",
        Together.Each => "are a filing each",
        _ => "are one filing if they belong together",
    };

    /// <summary>Joins them; null where they stay a filing each.</summary>
    public static async Task<UploadEvent?> Join(this FilingShelf shelf, Actor actor, string slug, IReadOnlyList<Guid> ids, Together together, CancellationToken ct)
    {
        if (together == Together.Each || ids.Distinct().Count() < 2)
            return null;
        var result = await shelf.Save(actor, slug, new JoinFilings([.. ids.Distinct()], together == Together.One), ct);
        if (result is not FilingResult.Saved { Id: { } id } || await shelf.Read(actor, slug, id, ct) is not { } filing)
            return result is FilingResult.Saved ? null : new("", UploadStep.Refused, result.Explain());
        var documents = string.Join(", ", filing.Documents.Select(d => d.Exhibit.Length > 0 ? d.Exhibit : d.Name));
        return new("", filing.State == FilingState.Held ? UploadStep.Held : UploadStep.Stored, $"Joined to one filing: {documents}. “Take apart” undoes that.", id);
    }
}
