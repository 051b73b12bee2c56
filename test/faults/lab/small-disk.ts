import { execFileSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Trial } from '../trial.js';

const SIZE_MIB = 192;
const BLOCK = Buffer.alloc(65_536, 1);

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

  /** Leaves not one block free. */
  async fill(): Promise<void> {
    const ballast = await open(join(this.folder, 'ballast'), 'a');
    try {
      for (let size = BLOCK.length; size >= 1;) {
        try {
          const { bytesWritten } = await ballast.write(BLOCK, 0, size);
          if (bytesWritten < size) size >>= 1;
        } catch {
          size >>= 1;
        }
      }
    } finally {
      await ballast.close();
    }
  }

  async free(): Promise<void> {
    await rm(join(this.folder, 'ballast'), { force: true });
  }
}
