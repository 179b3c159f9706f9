using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Criteria;

/// <summary>The addresses of a board's contracts and of its review.</summary>
public static class ContractUrls
{
    /// <summary>All contracts of a board, version by version; at one criterion, where one is named.</summary>
    public static string Contracts(string slug, string? criterion = null) =>
        criterion is null ? $"{BoardUrls.Board(slug)}/contracts" : $"{Contracts(slug)}#{Uri.EscapeDataString(criterion)}";

    /// <summary>The same page after something was done, which it says.</summary>
    public static string After(string slug, string done) => $"{Contracts(slug)}?now={Uri.EscapeDataString(done)}";

    /// <summary>What can be learned from a thesis that broke or ended, on a date.</summary>
    public static string Review(string slug, DateOnly? asOf = null) =>
        asOf is { } date ? $"{BoardUrls.Board(slug)}/review?asOf={BoardUrls.Date(date)}" : $"{BoardUrls.Board(slug)}/review";
}
