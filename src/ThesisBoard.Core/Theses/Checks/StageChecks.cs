namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Activation, end, premortem and lessons.</summary>
internal sealed class StageChecks(CheckDesk desk)
{
    private const int MaxItems = 100;

    public void Check(Thesis thesis)
    {
        if (thesis.Activated is { } activated)
        {
            desk.Line(activated.By, "$.thesis.activated.by");
            desk.Date(activated.At.Date, "$.thesis.activated.at");
            foreach (var (path, message) in Readiness.Lasting(thesis))
                desk.Add(path, message);
        }

        if (thesis.Ended is { } ended)
            Ended(ended, thesis.Activated);
        Premortem(thesis.Premortem);
        desk.Require(thesis.Lessons.Count <= MaxItems, "$.thesis.lessons", $"A thesis keeps at most {MaxItems} lessons. Join some of them.");
        for (var i = 0; i < thesis.Lessons.Count; i++)
        {
            var (lesson, path) = (thesis.Lessons[i], desk.At("$.thesis.lessons", i));
            desk.Words(lesson.Text, path + ".text");
            desk.Line(lesson.By, path + ".by");
            desk.Date(lesson.At.Date, path + ".at");
        }
    }

    private void Ended(Ending ended, Activation? activated)
    {
        desk.Require(activated is not null, "$.thesis.ended", "Only an active thesis ends. Activate it first, or remove the board.");
        desk.Require(activated is null || ended.At.Utc >= activated.At.Utc, "$.thesis.ended.at", "A thesis cannot end before it was activated.");
        desk.Line(ended.By, "$.thesis.ended.by");
        desk.Date(ended.At.Date, "$.thesis.ended.at");
        desk.Line(ended.Outcome, "$.thesis.ended.outcome");
        desk.Words(ended.Reason, "$.thesis.ended.reason");
    }

    private void Premortem(IReadOnlyList<Foreseen> premortem)
    {
        desk.Require(premortem.Count <= MaxItems, "$.thesis.premortem", $"A premortem names at most {MaxItems} ways to fail. Keep those that matter.");
        for (var i = 0; i < premortem.Count; i++)
        {
            var (item, path) = (premortem[i], desk.At("$.thesis.premortem", i));
            desk.Words(item.Breaks, path + ".breaks", ThesisCheck.MaxClause);
            desk.Words(item.ShowsFirst, path + ".showsFirst", ThesisCheck.MaxClause);
            desk.Line(item.By, path + ".by");
            desk.Date(item.At.Date, path + ".at");
            if (item.Criterion is { } criterion)
                desk.Exists(criterion, desk.Criteria, "criterion", path + ".criterion");
        }
    }
}
