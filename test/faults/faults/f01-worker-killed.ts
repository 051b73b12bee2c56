import { type Fault } from '../fault.js';
import { type Finding } from '../oracle/finding.js';
import { mergeFindings } from '../oracle/merge-findings.js';
import { SMALL_BATCHES, type Trial } from '../trial.js';

/** F1: each worker is killed at a random moment soon after its first insert; the next one takes over at once. */
export const workerKilled: Fault = {
  id: 'F1',
  name: 'worker-killed',
  what: 'SIGKILL of the worker 5-300 ms after its first insert',
  injections: { full: 500, short: 4 },
  run: (trial) => killWorkers(trial, {}),
};

/** The same with one consumer group: the next worker waits until the broker misses the dead member. */
export const workerKilledInGroup: Fault = {
  id: 'F1g',
  name: 'worker-killed-in-group',
  what: 'F1 with one consumer group, whose dead member the broker has to miss first',
  injections: { full: 20, short: 1 },
  run: (trial) => killInLane(trial, { KAFKA_GROUP_ID: `group-${process.pid}-${Date.now()}` }),
};

/** Kills go on in so many topics at the same time: a process spends most of its start waiting. */
const LANES = 2;

async function killWorkers(trial: Trial, group: Record<string, string>): Promise<Finding> {
  const lanes = Array.from({ length: LANES }, () => killInLane(trial, group));
  return mergeFindings(await Promise.all(lanes));
}

async function killInLane(trial: Trial, group: Record<string, string>): Promise<Finding> {
  const topic = await trial.topic(3);
  const feed = await trial.feed(topic);
  let tails = new Map<number, number>();
  feed.keepAhead(8_000, () => [...tails.values()].reduce((sum, tail) => sum + tail, 0));
  let killedAt: number | undefined;
  while (trial.mayInject()) {
    tails = await trial.tails(topic);
    const worker = trial.worker(topic, { ...SMALL_BATCHES, ...group });
    await trial.untilMoved(topic, tails);
    if (killedAt !== undefined) trial.recovered(killedAt);
    await trial.pause(5, 300);
    killedAt = performance.now();
    await worker.kill();
    trial.count();
  }
  await feed.stop();
  const last = trial.worker(topic, group);
  await trial.untilDrained(topic);
  await last.drain();
  return trial.finding(topic, { serials: feed.written });
}
