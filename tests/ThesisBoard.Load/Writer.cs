using ThesisBoard.Tests.Shared.Clients;

namespace ThesisBoard.Load;

/// <summary>An editor who changes the note of one piece of evidence again and again, through its dialog.</summary>
internal sealed class Writer(Circuit circuit, string evidence)
{
    private int turn;

    public async Task Change()
    {
        var closed = await Open();
        await Type();
        await circuit.Submit();
        if (await closed != "true")
            throw new InvalidOperationException($"{evidence} was not saved.");
    }

    public Task<Task<string>> Open() => circuit.OpenDialog("edit-evidence", evidence);

    public Task<TimeSpan> Type() => circuit.Type("note", Invariant($"Looked at again, turn {++turn}."));

    public Task<TimeSpan> Save() => circuit.Submit();
}
