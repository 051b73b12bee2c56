/** The report as text: a table for each run, in processor seconds and as multiples of the reference. */
export function table({ load, runs }) {
  const head = `What a cycle costs; load before ${load.toFixed(1)}, so read processor seconds rather than wall time\n`;
  return head + runs.map(runTable).join('');
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
    steps.map(row).join('')
  );
}
