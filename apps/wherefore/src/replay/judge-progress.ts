import { type AppProcess } from '../processes/app-process.js';
import { count, duration } from '../terminal/numbers.js';
import { type Terminal } from '../terminal/terminal.js';

interface CycleReport {
  readonly asOf: number;
  readonly visitors: number;
  readonly stepsLeft: number;
}

/** Shows how far the judging has come. Resolves when everything stored is judged. */
export async function showJudging(analyse: AppProcess, terminal: Terminal): Promise<void> {
  const progress = terminal.progress({ titles: ['Judging'] });
  const start = performance.now();
  let cycles = 0;
  let firstAt = start;
  let judged = 0;
  analyse.onReport((report) => {
    if (report.type !== 'cycle') return;
    const { asOf, visitors, stepsLeft } = report as unknown as CycleReport;
    cycles += 1;
    if (cycles === 1) firstAt = performance.now();
    judged += visitors;
    const left = cycles === 1 ? undefined : (stepsLeft * sinceSeconds(firstAt)) / (cycles - 1);
    const until = new Date(asOf).toISOString().slice(0, 16).replace('T', ' ');
    const text = `until ${until}, ${count(judged)} judgements${left === undefined ? '' : `, ${duration(left)} left`}`;
    progress.update({ share: cycles / (cycles + stepsLeft), text });
  });
  try {
    await analyse.finished();
    const seconds = sinceSeconds(start);
    progress.finish(`${count(judged)} judgements, in ${duration(seconds)}`);
  } finally {
    progress.abandon();
  }
}

const sinceSeconds = (instant: number): number => (performance.now() - instant) / 1000;
