namespace ThesisBoard.Features.Presence;

/// <summary>What part of the page a dialog is about.</summary>
internal static class EditedPlace
{
    /// <summary>The anchor of the criterion or evidence; blank where it is the board as a whole, or something that has no place of its own.</summary>
    public static string Of(string verb, string? key) => verb switch
    {
        "judge" or "edit-criterion" or "rename-criterion" or "attach-evidence" => key ?? "",
        "edit-evidence" => $"e-{key}",
        _ => "",
    };
}
