using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Editing;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Reviews;

/// <summary>What the page of reviews does.</summary>
public sealed partial class ReviewsPage
{
    private ReviewsView? view;
    private bool isRead;
    private string? trouble;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private ReviewReader Reader { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    [SupplyParameterFromForm(FormName = "review-act")] private string? Act { get; set; }

    private Actor Who => Actor.From(Http.User);

    private string? Said => trouble ?? (string?)Http.Request.Query["now"] switch
    {
        "approved" => "Approved. It holds until something that it rests on changes.",
        "revoked" => "The approval is revoked.",
        "needed" => "Standings that nobody approved are provisional from now on.",
        "free" => "Standings count without review from now on.",
        _ => null,
    };

    private IEnumerable<(string Title, IReadOnlyList<ReviewRow> Rows)> Groups => new (string Title, IReadOnlyList<ReviewRow> Rows)[]
    {
        ("Waits for your review", Of(ReviewTurn.Yours)),
        (view!.MayReview ? "Waits for somebody else" : "Waits for a reviewer", Of(ReviewTurn.Others)),
        ("Approved", Of(ReviewTurn.Nobody)),
    }.Where(group => group.Rows.Count > 0);

    protected override Task OnInitializedAsync() => Load();

    private IReadOnlyList<ReviewRow> Of(ReviewTurn turn) => [.. view!.Rows.Where(row => row.Turn == turn)];

    private async Task Load() => (view, isRead) = (await Reader.Of(Who, Slug, Http.RequestAborted), true);

    private async Task Do()
    {
        if (await Boards.ReadForEdit(Slug, Http.RequestAborted) is not { } board || Write(board, (Act ?? "").Split(':')) is not ({ } write, { } done))
            return;
        var result = await Writes.Save(Who, Slug, write, Http.RequestAborted);
        if (result is WriteResult.Saved)
        {
            Navigation.NavigateTo(ReviewUrls.Done(Slug, done));
            return;
        }

        trouble = Editor.Explain(result);
        await Load();
    }

    /// <summary>What a button of the page asks for, and the word for what was then done.</summary>
    private static (BoardWrite? Write, string? Done) Write(StoredBoard board, string[] act) => act switch
    {
        ["approve", var criterion, var basis] when Sha256.TryParse(basis, out var seen) => (new ApproveCriterion(criterion, seen), "approved"),
        ["revoke", var key] => (new RevokeApproval(key, board.FindRowVersion(new(ItemKind.Approval, key)) ?? Guid.Empty), "revoked"),
        ["need"] => (new RequireReview(true, board.RowVersion(ItemKind.Thesis)), "needed"),
        ["free"] => (new RequireReview(false, board.RowVersion(ItemKind.Thesis)), "free"),
        _ => (null, null),
    };
}
