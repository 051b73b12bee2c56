import { full, ordinary } from './cycle-steps.mjs';

/** The report as text: a table for each run, in processor seconds and as multiples of the reference. */
export function table({ load, runs }) {
  const head = `What a cycle costs; load before ${load.toFixed(1)}, so read processor seconds rather than wall time\n`;
  return head + runs.map(runTable).join('') + comparisons(runs);
}

function runTable({ name, visitors, steps }) {
  const [reference] = steps;
  const cpuOf = ({ storeCpu, nodeCpu }) => storeCpu + nodeCpu;
  const row = (step) =>
    `  ${step.name.padEnd(46)}${step.storeCpu.toFixed(2).padStart(10)}${step.nodeCpu.toFixed(2).padStart(8)}${step.wall.toFixed(2).padStart(8)}` +
    `${(cpuOf(step) / cpuOf(reference)).toFixed(1).padStart(8)}x${String(step.nodePeakMiB).padStart(8)}${step.judged === undefined ? '' : `  ${step.judged.toLocaleString('en')} keys`}\n`;
  return (
    `\n${name}, ${visitors.toLocaleString('en')} visitors\n` +
    `  ${''.padEnd(46)}${'ClickHouse'.padStart(10)}${'Node'.padStart(8)}${'wall s'.padStart(8)}${'ratio'.padStart(9)}${'MiB'.padStart(8)}\n` +
    steps.map(row).join('') +
    sum('all of it, everybody scored', steps, full) +
    sum('an ordinary cycle', steps, ordinary)
  );
}

function sum(name, steps, ids) {
  const add = (of) => total(steps, ids, of).toFixed(2);
  const column = (text, width) => text.padStart(width);
  return `  = ${name.padEnd(44)}${column(add('storeCpu'), 10)}${column(add('nodeCpu'), 8)}${column(add('wall'), 8)}\n`;
}

const total = (steps, ids, of) =>
  steps.filter(({ id }) => ids.has(id)).reduce((all, step) => all + step[of], 0);

/** Growth from run to run, in processor seconds a million events, and what more history costs. */
function comparisons(runs) {
  const cpuOf = ({ steps }, ids) => total(steps, ids, 'storeCpu') + total(steps, ids, 'nodeCpu');
  const perMillion = runs.map((run) => {
    const cost = (ids) => (cpuOf(run, ids) / (run.events / 1e6)).toFixed(1);
    return `  ${run.name}: everybody ${cost(full)}, an ordinary cycle ${cost(ordinary)}\n`;
  });
  const [before, after] = runs.slice(-2);
  const history = after?.name.includes('history')
    ? `\nTen times the history costs ${(cpuOf(after, ordinary) / cpuOf(before, ordinary)).toFixed(2)} times an ordinary cycle\n`
    : '';
  return `\nProcessor seconds for a million events of the window\n${perMillion.join('')}${history}`;
}
