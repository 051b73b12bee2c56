import Table from 'cli-table3';

const ASKED = 100_000_000;
const WEEK_HOURS = 168;
const HEAD = [
  'events',
  'visitors',
  'decisions',
  'wall s',
  'CPU s',
  'of that Node',
  'CPU s a cycle',
  'ClickHouse MiB',
  'Node MiB',
];

/** What each size took; then how it grew, and what a week of the asked size would take. */
export function table({ stepMinutes, hours, cycles, load, runs }) {
  const rows = new Table({
    head: HEAD,
    style: { head: [], border: [] },
    colAligns: HEAD.map(() => 'right'),
  });
  for (const run of runs) rows.push(cells(run, cycles));
  return [
    `The last ${hours} hours of a week of events, judged in ${cycles} cycles of ${stepMinutes} minutes; load ${load.toFixed(1)}`,
    rows.toString(),
    ...runs.slice(1).map((run, at) => growth(runs[at], run)),
    ...runs.map((run) => perMillion(run, hours)),
    ...extrapolated(runs.at(-2), runs.at(-1), WEEK_HOURS / hours),
    '',
  ].join('\n');
}

function cells(run, cycles) {
  const { events, visitors, decisions, wall, nodeCpu, storePeakMiB, nodePeakMiB } = run;
  const cpu = cpuOf(run);
  return [
    ...[events, visitors, decisions].map(whole),
    ...[wall, cpu, nodeCpu].map((seconds) => seconds.toFixed(1)),
    (cpu / cycles).toFixed(2),
    ...[storePeakMiB, nodePeakMiB].map(whole),
  ];
}

function growth(before, now) {
  const times = (a, b) => (a / b).toFixed(1);
  return `  ${times(now.events, before.events)} × the events: ${times(now.wall, before.wall)} × the time, ${times(cpuOf(now), cpuOf(before))} × the CPU seconds`;
}

function perMillion(run, hours) {
  const judged = (run.events * hours) / WEEK_HOURS;
  return `  ${whole(run.events)} events: ${whole((cpuOf(run) / judged) * 1e6)} CPU seconds a million events judged`;
}

/** On the line through the two largest sizes; `weeks` of what was measured make a week. */
function extrapolated(before, last, weeks) {
  if (before === undefined) return [];
  const slope = (cpuOf(last) - cpuOf(before)) / (last.events - before.events);
  const cpu = (cpuOf(last) + slope * (ASKED - last.events)) * weeks;
  return [
    `  Extrapolated, not measured: a week of ${whole(ASKED)} events would take ${whole(cpu)} CPU seconds (${whole(slope * weeks * 1e6)} for each million more), ${whole(cpu / 120)} minutes of two cores`,
  ];
}

const cpuOf = ({ storeCpu, nodeCpu }) => storeCpu + nodeCpu;
const whole = (value) => Math.round(value).toLocaleString('en');
