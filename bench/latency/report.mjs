/** The distribution as text, in seconds. */
export function report({ wanted, rate, lines, seconds, cycleSeconds, failed, facts, rest }) {
  const down =
    rate > wanted * 0.97
      ? ''
      : ` (${wanted.toLocaleString('en')} were asked for: the machine could not keep up)`;
  return [
    'From the append time of a request to the append time of the verdict, by the broker’s clock',
    `${rate.toLocaleString('en')} lines/s${down}, ${seconds} s measured after warming up, ${lines.toLocaleString('en')} lines in all`,
    '',
    `  ${''.padEnd(38)}${['visitors', 'verdicts', 'p50 s', 'p95 s', 'p99 s', 'most s'].map((name) => name.padStart(9)).join('')}`,
    row('facts that need no baseline', facts),
    row(`the rest (a cycle is due every ${cycleSeconds} s)`, rest),
    '',
    `  ${facts.betweenCycles} of ${facts.verdicts} facts and ${rest.betweenCycles} of ${rest.verdicts} others were decided between cycles`,
    ...failed,
    '',
  ].join('\n');
}

function row(name, { visitors, verdicts, p50, p95, p99, most }) {
  const times = [p50, p95, p99, most].map((ms) => (ms === null ? '-' : (ms / 1_000).toFixed(2)));
  return `  ${name.padEnd(38)}${[visitors, verdicts, ...times].map((cell) => String(cell).padStart(9)).join('')}`;
}
