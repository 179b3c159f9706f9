using System.Globalization;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Audit;

/// <summary>Links to what can be checked of a board.</summary>
public static class AuditUrls
{
    /// <summary>The public key of this installation.</summary>
    public const string Key = "/.well-known/thesisboard-key.pem";

    private const string WithoutDocuments = "documents=no";

    public static string Audit(string slug) => $"{BoardUrls.Board(slug)}/audit";

    /// <summary>The corrections, from before a version on.</summary>
    public static string Corrections(string slug, long? before = null) =>
        before is { } version ? string.Create(CultureInfo.InvariantCulture, $"{BoardUrls.Board(slug)}/corrections?before={version}") : $"{BoardUrls.Board(slug)}/corrections";

    public static string Bundle(string slug, bool withDocuments = true) => $"{BoardUrls.Board(slug)}/bundle{(withDocuments ? "" : $"?{WithoutDocuments}")}";

    /// <summary>What a link to a bundle asks for.</summary>
    public static bool WantsDocuments(IQueryCollection link) => link["documents"] != "no";
}
