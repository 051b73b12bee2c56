import { rm } from 'node:fs/promises';
import { type CliContext } from '../cli-context.js';
import { Interrupted, unlessInterrupted } from '../interrupted.js';
import { Teardown } from '../processes/teardown.js';
import { openWorkFolder, type WorkFolder } from './work-folder.js';

/** What a command holds while it runs; everything added to `teardown` is stopped when it ends, however it ends. */
export interface Parts {
  readonly folder: WorkFolder;
  readonly teardown: Teardown;
}

/**
 * Runs `use` with a work folder. Ends early with `Interrupted` when the person asks for it. A temporary folder is removed at the
 * end, except after a failure, when its logs are wanted.
 */
export async function withParts<T>(
  context: CliContext,
  options: { readonly dataDir: string | undefined; readonly purpose: string },
  use: (parts: Parts) => Promise<T>,
): Promise<T> {
  const folder = await openWorkFolder(options.dataDir, options.purpose);
  const teardown = new Teardown();
  let failed = false;
  try {
    return await unlessInterrupted(context.stopRequested, use({ folder, teardown }));
  } catch (error) {
    failed = !(error instanceof Interrupted);
    throw error;
  } finally {
    for (const problem of await teardown.run()) context.terminal.warn(problem);
    if (folder.temporary && !failed) await rm(folder.path, { recursive: true, force: true });
  }
}
