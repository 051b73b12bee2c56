const MIB = 1_048_576;

/** What a run comes to. A stretch that was cut off has told its counts up to its last report. */
export function report({ inputs, parts, findings, heapPeak, seconds }, { seed, from, format }) {
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
  const most = (name, by) =>
    parts
      .map((part) => part[name])
      .reduce((one, other) => (other[by] > one[by] ? other : one), {
        [by]: 0,
      });
  return {
    seed,
    from,
    format: format || 'all',
    inputs,
    bytes: sum('bytes'),
    events: sum('events'),
    rejects: sum('rejects'),
    failures: sum('failures'),
    known: sum('known'),
    seconds,
    inputsPerSecond: inputs / seconds,
    slowest: most('slowest', 'ms'),
    growthChecks: sum('growths'),
    steepest: most('steepest', 'growth'),
    heapPeakMiB: Math.round(heapPeak / MIB),
    findings,
  };
}

export function table(result) {
  const count = (value) => Math.round(value).toLocaleString('en');
  const { slowest, steepest } = result;
  return [
    '',
    `${count(result.inputs)} inputs of ${result.format} (seed ${result.seed}, from ${result.from}), ${count(result.bytes / 1e6)} MB, in ${result.seconds.toFixed(1)} s: ${count(result.inputsPerSecond)} a second`,
    `${count(result.events)} events (${count(result.known)} known by their bytes, each compared with its reading as text), ${count(result.rejects)} rejects, ${count(result.failures)} parts that no envelope gave up`,
    `slowest: ${(slowest.ms * 1_000).toFixed(0)} µs, input ${slowest.number} of ${slowest.length} bytes in ${slowest.items} items`,
    `${count(result.growthChecks)} inputs lengthened to 16 KiB and 8 times that: at most ${steepest.growth.toFixed(1)} times as long`,
    `heap at most ${result.heapPeakMiB} MiB`,
    ...(result.formatsWithoutSeed.length > 0
      ? [`formats without a seed: ${result.formatsWithoutSeed.join(', ')}`]
      : []),
    result.findings.length === 0 ? 'nothing found' : `${result.findings.length} findings:`,
    ...result.findings.map(words),
    '',
  ].join('\n');
}

const SHOWN = 400;

const words = ({ kind, number, source, words: said, input, times }) =>
  `\n${kind} at input ${number} (${times} times), seed of ${source}: ${said}\n  base64: ${input.length > SHOWN ? `${input.slice(0, SHOWN)}… (all of it with --json, or again with --from ${number} --inputs 1)` : input}`;
