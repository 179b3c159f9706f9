using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Editing;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

namespace ThesisBoard.Features.Theses;

/// <summary>Reads the review of a board on a date, today where the link names none, and takes a lesson.</summary>
public sealed partial class ReviewPage
{
    private BoardSnapshot? shown;
    private PostMortem? review;
    private bool canEdit;
    private bool isRead;
    private string? badDate;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private BoardTransaction Writes { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public required string Slug { get; set; }

    private string? Trouble { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        if (BoardUrls.Read(Http.Request.Query, out badDate) is not { } query)
            return;
        var on = query.AsOf ?? today;
        shown = await Boards.Read(Slug, on, Http.RequestAborted);
        review = shown is null ? null : PostMortem.Of(shown.State, shown.History);
        canEdit = Actor.From(Http.User).May(Permission.Edit) && on == today;
        isRead = true;
    }

    private async Task Learn(string text)
    {
        var result = await Writes.Save(Actor.From(Http.User), Slug, new LearnLesson(text), Http.RequestAborted);
        if (result is WriteResult.Saved)
            Navigation.NavigateTo(ContractUrls.Review(Slug));
        else
            Trouble = Editor.Explain(result);
    }

    private static string Lede(BoardState board, PostMortem review) => (review.Broke, board.Thesis.Ended) switch
    {
        ({ } broke, _) => $"As of {Figures.Date(board.AsOf)}: {StandingLook.Of(Verdict.Broken).Word} since {Figures.Date(broke.On)}. {broke.Reason}",
        (_, { } ended) => $"Ended on {Figures.Date(ended.At.Date)}: {ended.Outcome}. {ended.Reason}",
        _ => $"As of {Figures.Date(board.AsOf)} there is nothing to look back at yet.",
    };
}
