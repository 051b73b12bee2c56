import { type Fault } from '../fault.js';

/** Every so many kills begin a burst of three that follow each other as soon as the server answers. */
const BURST_EVERY = 5;
const BURST = 3;

/** F2: the database dies at random moments, often several times in a row, under one worker that is not restarted. */
export const storeKilled: Fault = {
  id: 'F2',
  name: 'store-killed',
  what: 'SIGKILL of ClickHouse at random moments, with bursts',
  injections: { full: 500, short: 5 },
  run: async (trial) => {
    const topic = await trial.topic(3);
    const feed = await trial.feed(topic);
    const worker = trial.supervised(topic);
    let tails = new Map<number, number>();
    feed.keepAhead(8_000, () => [...tails.values()].reduce((sum, tail) => sum + tail, 0));
    await trial.untilMoved(topic, tails);
    await trial.repeat(async (kill) => {
      const inBurst = kill % BURST_EVERY < BURST - 1;
      await trial.pause(5, inBurst ? 60 : 300);
      tails = await trial.tails(topic);
      const killedAt = performance.now();
      await trial.clickHouse.kill();
      await trial.clickHouse.start();
      if (inBurst) return;
      await trial.untilMoved(topic, tails);
      trial.recovered(killedAt);
    });
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};
