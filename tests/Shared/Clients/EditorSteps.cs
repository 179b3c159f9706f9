namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>What an editor does in the dialogs of a board page, through the circuit alone.</summary>
internal static class EditorSteps
{
    /// <summary>Asks for a dialog as the page's button does, and waits until its form stands.</summary>
    /// <returns>What comes when the dialog is closed: "true" where something was saved.</returns>
    public static async Task<Task<string>> OpenDialog(this Circuit circuit, string verb, string? key = null)
    {
        var before = circuit.Form()?.Id;
        var closed = circuit.CallOn("attach", "Do", verb, key, null, null);
        await circuit.Until(c => closed.IsFaulted || (c.Form()?.Id is { } id && id != before));
        if (closed.IsFaulted)
            await closed;
        return closed;
    }

    public static Task<TimeSpan> Type(this Circuit circuit, string field, string text) =>
        circuit.Fire(circuit.Field(field).Id, "change", new { value = text, type = "change" });

    public static Task<TimeSpan> Submit(this Circuit circuit) => circuit.Fire(circuit.Form()!.Id, "submit", new { type = "submit" });

    public static Task<TimeSpan> Press(this Circuit circuit, string word) => circuit.Click(circuit.Button(word).Id);

    public static Task<TimeSpan> Click(this Circuit circuit, ulong handler) => circuit.Fire(handler, "click", new { type = "click", detail = 1 });

    /// <summary>The form of the open dialog, by what hears that it is sent.</summary>
    public static Handler? Form(this Circuit circuit) => circuit.Handlers.LastOrDefault(h => h is { Event: "onsubmit", On.Name: "form" });

    public static Handler Field(this Circuit circuit, string name) => circuit.Handlers.Last(h => h.Event == "onchange" && h.On?["name"] == name);

    public static Handler Button(this Circuit circuit, string word) => circuit.Handlers.Last(h => h.Event == "onclick" && h.On?.Text == word);
}
