import Table from 'cli-table3';

const ASKED = 100_000_000;
const HEAD = [
  'events',
  'visitors',
  'decisions',
  'wall s',
  'CPU s',
  'of that Node',
  'CPU s a cycle',
  'CPU s a million events',
  'ClickHouse MiB',
  'Node MiB',
];

/** What each size took; then how it grew, and what the asked size would take. */
export function table({ stepMinutes, cycles, load, runs }) {
  const rows = new Table({
    head: HEAD,
    style: { head: [], border: [] },
    colAligns: HEAD.map(() => 'right'),
  });
  for (const run of runs) rows.push(cells(run, cycles));
  return [
    `A backtest of one week in ${cycles} cycles of ${stepMinutes} minutes; load ${load.toFixed(1)}`,
    rows.toString(),
    ...runs.slice(1).map((run, at) => growth(runs[at], run)),
    ...extrapolated(runs.at(-2), runs.at(-1)),
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
    ((cpu / events) * 1e6).toFixed(0),
    ...[storePeakMiB, nodePeakMiB].map(whole),
  ];
}

function growth(before, now) {
  const times = (a, b) => (a / b).toFixed(1);
  return `  ${times(now.events, before.events)} × the events: ${times(now.wall, before.wall)} × the time, ${times(cpuOf(now), cpuOf(before))} × the CPU seconds`;
}

/** On the line through the two largest sizes. */
function extrapolated(before, last) {
  if (before === undefined) return [];
  const slope = (cpuOf(last) - cpuOf(before)) / (last.events - before.events);
  const cpu = cpuOf(last) + slope * (ASKED - last.events);
  return [
    `  Extrapolated, not measured: ${whole(ASKED)} events would take ${whole(cpu)} CPU seconds (${(slope * 1e6).toFixed(0)} a million events more), ${whole(cpu / 120)} minutes of two cores`,
  ];
}

const cpuOf = ({ storeCpu, nodeCpu }) => storeCpu + nodeCpu;
const whole = (value) => Math.round(value).toLocaleString('en');
