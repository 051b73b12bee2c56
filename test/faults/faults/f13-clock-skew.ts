import { type Fault } from '../fault.js';
import { serialLine } from '../lab/line-feed.js';
import { sendLines } from '../lab/send-lines.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DISTINCT_DAYS = 10_000;

/** F13: event times an hour, a day and decades off, then one batch of 10,000 different days; the table must not notice. */
export const clockSkew: Fault = {
  id: 'F13',
  name: 'clock-skew',
  what: 'event times off by an hour, a day, in 1970 and 2100, and 10,000 distinct days in one batch',
  injections: { full: 5, short: 1 },
  run: async (trial) => {
    const topic = await trial.topic(2);
    const now = Date.now();
    const skewed = [HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS].map((skew) => now + skew);
    const extremes = [0, Date.UTC(2100, 0, 1), Date.UTC(9999, 11, 31)];
    const days = Array.from({ length: DISTINCT_DAYS }, (_, day) => day * DAY_MS);
    let serials = 0;
    await trial.repeat(async () => {
      const lines = [...skewed, ...extremes, ...days].map((time) => {
        serials += 1;
        return serialLine(serials - 1, clfTime(time));
      });
      await sendLines(trial, topic, lines);
    });
    trial.worker(topic, { SOURCE_MAX_EVENT_AGE_DAYS: '7' });
    const finding = await trial.settle(topic, { serials });
    const [parts] = await trial.clickHouse.store.query<{ partitions: number; suspect: number }>(
      `SELECT uniqExact(_partition_id) AS partitions, countIf(event_time_suspect = 1) AS suspect
       FROM access_events WHERE kafka_topic = {topic: String}`,
      { topic },
    );
    // Midnight may pass while this runs.
    trial.expect((parts?.partitions ?? 0) <= 2, `${parts?.partitions ?? 0} table partitions`);
    trial.note(
      `${parts?.partitions ?? 0} table partition(s); ${parts?.suspect ?? 0} event times marked suspect`,
    );
    return finding;
  },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The time as the common log format writes it. */
export function clfTime(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()] ?? 'Jan'}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
