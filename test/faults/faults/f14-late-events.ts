import { type Fault } from '../fault.js';
import { serialLine } from '../lab/line-feed.js';
import { sendLines } from '../lab/send-lines.js';
import { clfTime } from './f13-clock-skew.js';

const HOUR_MS = 3_600_000;
const LINES = 4_000;
const LATE_SHARE = 0.1;
const DISORDER_MS = 60_000;

/** F14: lines out of order, a tenth of them up to 24 h late: counts per hour of event time must equal a recount of what was sent. */
export const lateEvents: Fault = {
  id: 'F14',
  name: 'late-events',
  what: 'out-of-order arrival with 10 % up to 24 h late; counts per hour against the truth',
  injections: { full: 10, short: 1 },
  run: async (trial) => {
    const topic = await trial.topic(3);
    const truth = new Map<number, number>();
    const base = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 26 * HOUR_MS;
    let serials = 0;
    trial.worker(topic);
    await trial.repeat(async (round) => {
      const arrivals = Array.from({ length: LINES }, (_, index) => {
        const time = base + round * 1_000 + Math.floor((index / LINES) * HOUR_MS);
        const late = Math.random() < LATE_SHARE ? Math.random() * 24 * HOUR_MS : 0;
        return { time, arrival: time + late + Math.random() * DISORDER_MS };
      }).sort((one, other) => one.arrival - other.arrival);
      const lines = arrivals.map(({ time }) => {
        const hour = Math.floor(time / HOUR_MS) * HOUR_MS;
        truth.set(hour, (truth.get(hour) ?? 0) + 1);
        serials += 1;
        return serialLine(serials - 1, clfTime(time));
      });
      await sendLines(trial, topic, lines);
    });
    const finding = await trial.settle(topic, { serials });
    const hours = await trial.clickHouse.store.query<{ hour: number; events: number }>(
      `SELECT toUnixTimestamp(toStartOfHour(event_time)) * 1000 AS hour, count() AS events
       FROM access_events WHERE kafka_topic = {topic: String} AND reject_reason = '' GROUP BY hour`,
      { topic },
    );
    const wrong = hours.filter(({ hour, events }) => truth.get(hour) !== events).length;
    trial.expect(wrong === 0 && hours.length === truth.size, `${wrong} hours have a wrong count`);
    return finding;
  },
};
