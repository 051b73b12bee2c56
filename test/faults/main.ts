import { once } from 'node:events';
import { chosenFaults, parseArguments, USAGE } from './arguments.js';
import { Lab } from './lab/lab.js';
import { Progress } from './report/progress.js';
import { type FaultReport } from './report/fault-report.js';
import { reportTable } from './report/report-table.js';
import { runFault } from './run-fault.js';
import { runVerdictFaults } from './verdicts/verdict-program.js';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const [first, ...others] = words;
  if (first === 'verdicts') return runVerdictFaults(others);
  const chosen = parseArguments(words);
  if (typeof chosen === 'string') {
    process.stderr.write(`${chosen}\n`);
    return chosen === USAGE ? 0 : 2;
  }
  const faults = chosenFaults(chosen);
  const lab = await Lab.open();
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  try {
    const running = run();
    return await Promise.race([running, interrupted.then(() => 130)]);
  } finally {
    await lab.close();
  }

  async function run(): Promise<number> {
    if (typeof chosen === 'string') return 2;
    const reports: FaultReport[] = [];
    for (const fault of faults) {
      const injections = chosen.count ?? fault.injections[chosen.isShort ? 'short' : 'full'];
      const progress = new Progress(`${fault.id} ${fault.name}`, injections);
      const report = await runFault(fault, lab, {
        injections,
        isShort: chosen.isShort,
        onInjection: (done) => {
          progress.update(done);
        },
      });
      progress.end(report);
      reports.push(report);
      if (chosen.isJson) process.stdout.write(`${JSON.stringify(report)}\n`);
    }
    if (!chosen.isJson) process.stdout.write(`${reportTable(reports)}\n`);
    return reports.every(({ ok }) => ok) ? 0 : 1;
  }
}
