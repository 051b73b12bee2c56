import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work(folder)` on a temporary folder that goes with it. */
export async function withFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-bench-tool-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
