#!/usr/bin/env dotnet
// Takes the README's pictures from the real product: dotnet run tests/pictures/take.cs
// The steps are ReadMe/PictureTests.cs of the browser tests, which run only when they are asked for.
#:property PublishAot=false

using System.Diagnostics;

var pictures = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var tests = Path.GetDirectoryName(pictures)!;
var project = Path.Combine(tests, "ThesisBoard.Browser.Tests");
var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
var built = Run("build", project, "-c", "Release", "-v", "q", "-nologo", "-clp:ErrorsOnly");
return built != 0 ? built : Run(Path.Combine(project, "bin", "Release", "net10.0", "ThesisBoard.Browser.Tests.dll"),
    "-noLogo", "-noColor", "-reporter", "quiet", "-explicit", "only", "-method", "*PictureTests*");

int Run(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(dotnet, arguments) { Environment = { ["THESISBOARD_PICTURES"] = pictures } })!;
    process.WaitForExit();
    return process.ExitCode;
}
