import { cpus } from 'node:os';
import { median } from './median.mjs';

/** What one measurement comes to: the medians of its runs, and rates from those. */
export function report({ log, rounds, codec, load, measured }) {
  const results = measured.map(({ contestant, runs, missing }) => ({
    name: contestant.name,
    what: contestant.what,
    lacks: contestant.lacks,
    missing,
    ...(runs.length > 0 && medians(runs)),
  }));
  const { bytes, addresses, visitors, requestLines } = log;
  return {
    machine: { processors: cpus().length, model: cpus()[0]?.model ?? '', loadBefore: load },
    log: { lines: log.lines, bytes, addresses, visitors, requestLines },
    rounds,
    codec,
    results,
    ratios: ratios(measured),
  };
}

const perCpuSecond = ({ lines, worker = 0, clickhouse = 0 }) => lines / (worker + clickhouse);

function medians(runs) {
  const of = (value) => median(runs.map(value).filter((one) => typeof one === 'number'));
  return {
    runs: runs.length,
    lines: runs[0].lines,
    linesPerCpuSecond: of(perCpuSecond),
    /** From a third of the rows on, when the first ones have warmed the program up. */
    warmLinesPerCpuSecond: of(({ warmRate }) => warmRate),
    linesPerSecond: of(({ lines, wall }) => lines / wall),
    workerSeconds: of(({ worker }) => worker),
    clickhouseSeconds: of(({ clickhouse }) => clickhouse),
    /** Of ClickHouse, after the last row could be read; not in the rates. */
    mergeSeconds: of(({ merging }) => merging),
    brokerSeconds: of(({ broker }) => broker),
    peakMemoryMiB: of(({ memory }) => memory),
  };
}

/** Pairs of which the first is ours: how many times the lines per CPU second of the second, run by run. */
const PAIRS = [
  ['e2e-combined-1', 'engine-combined-1'],
  ['e2e-combined-50', 'engine-combined-50'],
  ['e2e-json-1', 'engine-json-1'],
  ['e2e-json-50', 'engine-json-50'],
  ['e2e-combined-1', 'file-combined'],
  ['e2e-json-1', 'file-json'],
  ['e2e-combined-1', 'kafkajs-1'],
  ['e2e-combined-50', 'kafkajs-50'],
  ['e2e-combined-1', 'goaccess'],
  ['e2e-combined-1', 'fail2ban'],
  ['e2e-combined-1', 'crowdsec'],
];

function ratios(measured) {
  const runsOf = (name) =>
    measured.find(({ contestant }) => contestant.name === name)?.runs.map(perCpuSecond) ?? [];
  return PAIRS.flatMap(([ours, theirs]) => {
    const [mine, others] = [runsOf(ours), runsOf(theirs)];
    if (mine.length === 0 || others.length === 0) return [];
    // What was measured once is held against the median; else run by run, as they were paired.
    const ratio =
      mine.length === others.length
        ? median(mine.map((rate, round) => rate / others[round]))
        : median(mine) / median(others);
    return [{ ours, theirs, ratio }];
  });
}
