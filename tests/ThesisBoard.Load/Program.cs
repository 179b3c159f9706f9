using System.CommandLine;
using ThesisBoard.Browser.Tests.Hosting;
using ThesisBoard.Load;
using ThesisBoard.Load.Pace;
using ThesisBoard.Load.Runs;

var app = new Option<string?>("--app") { Description = "A published ThesisBoard.dll to measure; else the program is published anew." };
var path = new Option<string>("--path") { Description = "The page that readers open; “share” makes a share link and opens that.", DefaultValueFactory = _ => Measures.Board };
var pages = Number("--pages", "Readers with an open page.");
var circuits = Number("--circuits", "Editors with an open circuit.");
var cycles = Number("--cycles", "Circuits that are opened and closed.");
var seconds = Number("--seconds", "How long it is measured.");
var minutes = Number("--minutes", "How long it lasts.");
var keep = new Option<bool>("--keep") { Description = "Writes the run into the history beside this project, and a whole one into its README." };

var root = new RootCommand("Measures the program as it is published, over loopback only, in runs that end by themselves.")
{
    Run("start", "Start and kill -9 to the first page.", [], (assembly, _) => StartRun.Run(assembly)),
    Run("serve", "Readers who are not signed in: first byte, requests a second, CPU.", [path], (assembly, given) => ServeRun.Run(assembly, given.GetValue(path)!)),
    Run("share", "Readers by a share link: requests a second, CPU.", [], (assembly, _) => ShareRun.Run(assembly)),
    Run("people", "Open pages and circuits, and a change: memory, time to the last viewer, database commands.", [path, pages, circuits], (assembly, given) =>
        PeopleRun.Run(assembly, given.GetValue(path)!, given.GetValue(pages) ?? 1000, given.GetValue(circuits) ?? 500)),
    Run("clicks", "Editors who click every five seconds, with a write in every third click.", [circuits, seconds], (assembly, given) =>
        ClicksRun.Run(assembly, given.GetValue(circuits) ?? 500, given.GetValue(seconds) ?? 80)),
    Run("doors", "Whether the time of a refusal tells one closed share link from another.", [], (assembly, _) => DoorsRun.Run(assembly)),
    Run("leak", "Circuits opened and closed: the heap before and after.", [cycles], (assembly, given) => LeakRun.Run(assembly, given.GetValue(cycles) ?? 1000)),
    Run("soak", "Circuits that reconnect every minute.", [circuits, minutes], (assembly, given) =>
        SoakRun.Run(assembly, given.GetValue(circuits) ?? 100, given.GetValue(minutes) ?? 5)),
    Run("flood", "One address that opens all it can, and what a member notices.", [cycles], (assembly, given) => FloodRun.Run(assembly, given.GetValue(cycles) ?? 2000)),
    Run("pace", "Everything that has a goal, beside the framework's template and a bare MudBlazor page.", [circuits, seconds, cycles, keep], (assembly, given) =>
        PaceRun.Run(assembly, given.GetValue(circuits) ?? 500, given.GetValue(seconds) ?? 80, given.GetValue(cycles) ?? 1000, given.GetValue(keep))),
    Run("counts", "Bytes, database commands and allocations against the run that was kept last.", [keep], (assembly, given) => CountsRun.Run(assembly, given.GetValue(keep))),
    Run("memory", "An editor's circuit against the framework's own template.", [circuits], (assembly, given) => MemoryRun.Run(assembly, given.GetValue(circuits) ?? 100)),
};
return await root.Parse(args).InvokeAsync();

Command Run(string name, string says, Option[] options, Func<string, ParseResult, Task<int>> run)
{
    var command = new Command(name, says) { app };
    foreach (var option in options)
        command.Add(option);
    command.SetAction(async (given, _) =>
    {
        using var published = given.GetValue(app) is null ? await PublishedApp.Publish() : null;
        return await run(given.GetValue(app) ?? published!.Assembly, given);
    });
    return command;
}

static Option<int?> Number(string name, string says) => new(name) { Description = says };
