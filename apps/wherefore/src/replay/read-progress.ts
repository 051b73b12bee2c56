import { type AppProcess } from '../processes/app-process.js';
import { count, duration } from '../terminal/numbers.js';
import { type Terminal } from '../terminal/terminal.js';

interface IngestReport {
  readonly lines: number;
  readonly rejects: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** Shows how far the reading of files has come: lines, rate, time left. Resolves when all of it is stored. */
export async function showReading(ingest: AppProcess, terminal: Terminal): Promise<void> {
  const progress = terminal.progress({ titles: ['Reading'] });
  const start = performance.now();
  let last: IngestReport = { lines: 0, rejects: 0, bytesRead: 0, bytesTotal: 0 };
  ingest.onReport((report) => {
    if (report.type !== 'ingest') return;
    last = { ...last, ...report };
    progress.update({
      share: last.bytesRead / last.bytesTotal,
      text: readingText(last, secondsSince(start)),
    });
  });
  try {
    await ingest.finished();
    progress.finish(readingText({ ...last, bytesRead: last.bytesTotal }, secondsSince(start)));
  } finally {
    progress.abandon();
  }
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

export function readingText(report: IngestReport, seconds: number): string {
  const { lines, rejects, bytesRead, bytesTotal } = report;
  const rate = seconds > 0 ? lines / seconds : 0;
  const left = bytesRead > 0 ? ((bytesTotal - bytesRead) / bytesRead) * seconds : undefined;
  const parts = [`${count(lines)} lines`, `${count(rate)} lines/s`];
  if (rejects > 0) parts.push(`${count(rejects)} unreadable`);
  if (left === undefined || left > 0) {
    parts.push(left === undefined ? 'starting' : `${duration(left)} left`);
  } else parts.push(`in ${duration(seconds)}`);
  return parts.join(', ');
}
