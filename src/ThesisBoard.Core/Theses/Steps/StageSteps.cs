using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses.Steps;

/// <summary>The stage of a thesis from one version of a board to the next: it goes forward only, and what an active thesis promised stays.</summary>
internal sealed class StageSteps(Thesis before, Thesis after, RecordedAt now, List<Problem> problems)
{
    private const string OtherTime = "This bears the time at which it is done here, and the time given is another. Leave it out and do it on this board.";

    public void Check()
    {
        if (before.Activated is null && after.Activated is { } activated)
            Activates(activated);
        else if (before.Activated is not null)
            Active();
        if (before.Ended is null && after.Ended is { } ended && ended.At != now)
            problems.Add(new("$.thesis.ended.at", OtherTime));
        else if (before.Ended is not null && before.Ended != after.Ended)
            problems.Add(new("$.thesis.ended", "This thesis has ended, and that is not taken back. Start another one from its file."));
    }

    private void Activates(Activation activated)
    {
        if (activated.At != now)
            problems.Add(new("$.thesis.activated.at", OtherTime));
        problems.AddRange(Readiness.Of(after));
    }

    private void Active()
    {
        if (before.Activated != after.Activated)
            problems.Add(new("$.thesis.activated", "This thesis is active, and that is not taken back. End it, with the reason."));
        if (!ReferenceEquals(before.Line, after.Line) && Text(before.Line) != Text(after.Line))
            problems.Add(new("$.thesis.line", "The invalidation line of an active thesis stays as it was drawn. Were it wrong: end this thesis, with the reason, and start another one."));
        if (before.Issuer.Filer != after.Issuer.Filer)
            problems.Add(new("$.thesis.issuer.filer", "Deadlines follow from the rules under which the issuer reports; those of an active thesis stay. Were they wrong: end this thesis, with the reason, and start another one."));
        var kept = after.Premortem.Take(before.Premortem.Count).SequenceEqual(before.Premortem);
        if (!kept)
            problems.Add(new("$.thesis.premortem", "The premortem of an active thesis is only added to: what was foreseen stays as it was written."));
        else if (after.Premortem.Skip(before.Premortem.Count).Any(f => f.At != now))
            problems.Add(new("$.thesis.premortem", OtherTime));
    }

    private static string Text(InvalidationLine? line) => line is null ? "" : ThesisJson.Write(line);
}
