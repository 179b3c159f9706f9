namespace ThesisBoard.Features.Comments;

/// <summary>What the forms of comments ask for, and what it means.</summary>
internal static class CommentAct
{
    public const string Add = "add";
    public const string Edit = "edit";
    public const string Remove = "remove";
    public const string Resolve = "resolve";
    public const string Reopen = "reopen";

    /// <summary>The write that a form asks for; null when it makes no sense.</summary>
    public static CommentWrite? Write(string? act, string? place, string? key, string? thread, string? id, string? text)
    {
        if (act == Add)
        {
            var isAnswer = Guid.TryParse(thread, out var answered);
            return Enum.TryParse<CommentPlace>(place, out var on) && Enum.IsDefined(on) && key is { Length: > 0 } && (isAnswer || string.IsNullOrEmpty(thread))
                ? new AddComment(new(on, key), text ?? "", isAnswer ? answered : null)
                : null;
        }

        return !Guid.TryParse(id, out var comment) ? null : act switch
        {
            Edit => new EditComment(comment, text ?? ""),
            Remove => new RemoveComment(comment),
            Resolve => new ResolveThread(comment),
            Reopen => new ReopenThread(comment),
            _ => null,
        };
    }

    /// <summary>What went wrong, and the status of the answer.</summary>
    public static (string Message, int Status) Explain(CommentResult result) => result switch
    {
        CommentResult.Denied denied => (denied.Message, StatusCodes.Status403Forbidden),
        CommentResult.Missing missing => (missing.Message, StatusCodes.Status404NotFound),
        CommentResult.Invalid invalid => (invalid.Message, StatusCodes.Status400BadRequest),
        CommentResult.Failed failed => (failed.Message, StatusCodes.Status503ServiceUnavailable),
        _ => ("", StatusCodes.Status200OK),
    };
}
