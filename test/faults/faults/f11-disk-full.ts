import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { type Fault } from '../fault.js';
import { ClickHouse } from '../lab/click-house.js';
import { SmallDisk } from '../lab/small-disk.js';
import { type Trial } from '../trial.js';

interface Scarcity {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/**
 * F11: a disk fills up until no byte is left for the database; it is given room again, and nobody restarts anything. The table
 * refuses inserts before the end (`min_free_disk_bytes_to_perform_insert`, migration 0118): without that, ClickHouse 26.7 was
 * seen to acknowledge an insert of which nothing was on the disk.
 */
export const diskFull: Fault = {
  id: 'F11',
  name: 'disk-full',
  what: "not one block left on ClickHouse's disk, then room again",
  injections: { full: 10, short: 1 },
  run: async (trial) => {
    const scarcity = await scarcityOf(trial);
    const topic = await trial.topic(2);
    const feed = await trial.feed(topic);
    const worker = trial.supervised(topic);
    feed.keepPace(() => 500);
    await trial.untilStored(topic, 500);
    await trial.repeat(async () => {
      await scarcity.begin();
      await delay(4_000);
      const before = await trial.tails(topic);
      const since = performance.now();
      await scarcity.end();
      await trial.untilMoved(topic, before);
      trial.recovered(since);
    });
    const retries = await worker.current().metric('wherefore_ingest_store_retries_total');
    trial.expect(retries > 0, 'the worker never met a full disk');
    await feed.stop();
    const finding = await trial.settle(topic, { serials: feed.written });
    trial.expect(worker.exits() === 0, `the worker ended ${worker.exits()} times by itself`);
    return finding;
  },
};

async function scarcityOf(trial: Trial): Promise<Scarcity> {
  const disk = await SmallDisk.mount(trial);
  if (disk === undefined) {
    trial.note(
      'mounting a tmpfs is not permitted here: ClickHouse was told instead that too little is free (code 243)',
    );
    return byMergeTreeSetting(trial);
  }
  trial.note('a tmpfs filled to its last byte (ENOSPC)');
  trial.useClickHouse(await ClickHouse.start(join(disk.folder, 'clickhouse')));
  return { begin: () => disk.fill(), end: () => disk.free() };
}

/** ClickHouse checks before each insert whether so much is free, and answers NOT_ENOUGH_SPACE. */
function byMergeTreeSetting({ clickHouse: { store } }: Trial): Scarcity {
  const setting = 'min_free_disk_bytes_to_perform_insert';
  return {
    begin: () =>
      store.command(`ALTER TABLE access_events MODIFY SETTING ${setting} = 1000000000000000`),
    end: () => store.command(`ALTER TABLE access_events RESET SETTING ${setting}`),
  };
}
