using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Shares;

/// <summary>Makes a link by which anybody who has it reads the board. Its token stays with who made it; what is stored and logged does not hold it.</summary>
public sealed record MakeShareLink(string TokenHash, ShareChoices Choices) : SideWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Share;

    /// <summary>How the log names it.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    internal override Task<SideOutcome> Stage(SideDesk desk, CancellationToken ct)
    {
        var problems = Choices.Problems(desk.Moment.Utc).ToList();
        if (problems.Count > 0)
            return Task.FromResult<SideOutcome>(new SideOutcome.Refused(new WriteResult.Invalid(problems)));
        desk.Db.Add(new ShareRow
        {
            Id = Id,
            Slug = desk.Board.Slug,
            TokenHash = TokenHash,
            Name = Choices.Name.Trim(),
            ShowsDocuments = Choices.ShowsDocuments,
            ShowsComments = Choices.ShowsComments,
            ShowsPreview = Choices.ShowsPreview,
            PinnedOn = Choices.PinnedOn,
            PinnedVersion = Choices.PinnedOn is null ? null : desk.Board.Version + 1, // the version that this write makes: the record in it is the one before
            PasswordHash = SharePassword.Hash(Choices.Password),
            ExpiresAt = Choices.ExpiresAt,
            MaxViews = Choices.MaxViews,
            MemberId = desk.Moment.Actor.MemberId,
            By = desk.Moment.Actor.Name,
            MadeAt = desk.Moment.Utc,
        });
        return Task.FromResult<SideOutcome>(new SideOutcome.Staged(new(ItemKind.ShareLink, $"{Id:n}"), Summary()));
    }

    /// <summary>The log of a public board is public: it tells that there is a link and of what sort, and not for whom.</summary>
    private string Summary() => string.Join(", ", new[]
    {
        Choices.PinnedOn is { } pinned ? $"Made a share link, pinned at {Figures.Date(pinned)}" : "Made a share link",
        string.IsNullOrEmpty(Choices.Password) ? null : "with a password",
        Choices.ExpiresAt is { } end ? $"until {Figures.Moment(end)}" : null,
        Choices.MaxViews is { } views ? $"for {Figures.Count(views, "view")}" : null,
    }.OfType<string>());
}
