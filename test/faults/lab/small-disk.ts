import { execFileSync } from 'node:child_process';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Trial } from '../trial.js';

const SIZE_MIB = 768;
const BLOCK = Buffer.alloc(1_048_576, 1);
/** So that what writes beside us sees the space go, as on a disk that fills up; at the end of it, 40 MiB a second. */
const PAUSE_MS = { far: 2, near: 25 };
const NEAR_BYTES = 400 * 1_048_576;

/** A file system that can be filled to the last byte without hurting anybody else: a tmpfs, which needs the right to mount. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns undefined where mounting is not permitted */
  static async mount(trial: Trial): Promise<SmallDisk | undefined> {
    const folder = trial.lab.newFolder('small-disk');
    await mkdir(folder);
    try {
      execFileSync(
        'mount',
        ['-t', 'tmpfs', '-o', `size=${SIZE_MIB}m`, 'wherefore-faults', folder],
        {
          stdio: 'ignore',
        },
      );
    } catch {
      return undefined;
    }
    trial.defer(() => {
      // Lazily: the database has just ended, and its files may still be closing.
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      return Promise.resolve();
    });
    return new SmallDisk(folder);
  }

  /** Within seconds, leaves not one byte free. */
  async fill(): Promise<void> {
    const ballast = await open(join(this.folder, 'ballast'), 'a');
    try {
      for (let size = BLOCK.length; size >= 1;) {
        const written = await ballast.write(BLOCK, 0, size).catch(() => undefined);
        if (written === undefined || written.bytesWritten < size) size >>= 1;
        const { bavail, bsize } = await statfs(this.folder);
        await delay(bavail * bsize < NEAR_BYTES ? PAUSE_MS.near : PAUSE_MS.far);
      }
    } finally {
      await ballast.close();
    }
  }

  async free(): Promise<void> {
    await rm(join(this.folder, 'ballast'), { force: true });
  }
}
