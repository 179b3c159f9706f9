using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using ThesisBoard.Benchmarks;
using ThesisBoard.Core.Theses;
using ThesisBoard.Tests.Shared;

const double MostForTenTimesTheData = 12;

if (args is ["readers"])
    return ReaderRun.Run();
if (args is not ["judging"])
    return BenchmarkSwitcher.FromAssembly(typeof(JudgingBenchmarks).Assembly).Run(args).Any() ? 0 : 1;

// What is measured must be a board that could be saved.
var (thesis, record) = BigRecord.Generate(10_000);
if (ThesisCheck.Check(thesis, record) is [var problem, ..])
    throw new InvalidOperationException($"The generated record is not sound: {problem}");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{record.Observations.Count} observations, {record.Evidence.Count} evidence items, {thesis.Criteria.Count} criteria"));

// The short mode: in this process, a few iterations, done in less than a minute.
var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7);
var summary = BenchmarkRunner.Run<JudgingBenchmarks>(DefaultConfig.Instance.AddJob(job).WithOption(ConfigOptions.DisableLogFile, true));

var isLinear = true;
foreach (var sizes in summary.Reports.GroupBy(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name))
{
    var ratio = Median(sizes, 10_000) / Median(sizes, 1_000);
    isLinear &= ratio <= MostForTenTimesTheData;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{sizes.Key}: ten times the data costs {ratio:0.0} times the time (at most {MostForTenTimesTheData:0})"));
}

return isLinear ? 0 : 1;

static double Median(IEnumerable<BenchmarkReport> reports, int observations) => reports
    .Single(report => (int)report.BenchmarkCase.Parameters[nameof(JudgingBenchmarks.Observations)] == observations)
    .ResultStatistics?.Median ?? double.NaN;
