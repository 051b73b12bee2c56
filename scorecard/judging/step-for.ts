import { type ScorableLog } from '../data-sets/scorable-log.js';
import { readLogLine } from '../log/read-log-line.js';

/** A log is judged at most about so many times: two weeks in half days. */
const MOST_STEPS = 40;
/** So many lines at either end say when a log begins and ends, though some are no requests. */
const NEAR = 50;

/** Length of the analysis steps of a log in minutes of event time: a multiple of what was asked for, longer for long logs. */
export function stepFor({ logs }: Pick<ScorableLog, 'logs'>, stepMinutes: number): number {
  const ends = logs.flatMap((lines) => [...lines.slice(0, NEAR), ...lines.slice(-NEAR)]);
  const known = ends.flatMap((line) => readLogLine(line)?.request.time ?? []);
  const minutes = known.length < 2 ? 0 : (Math.max(...known) - Math.min(...known)) / 60_000;
  const multiple = Math.max(1, Math.ceil(minutes / MOST_STEPS / stepMinutes));
  return Math.min(1_440, multiple * stepMinutes);
}
