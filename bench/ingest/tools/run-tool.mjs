import { performance } from 'node:perf_hooks';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { endedChildrenSeconds, peakMemory } from '../process-cost.mjs';

const LOOK_AT_MEMORY_MS = 100;

/**
 * Runs a program to its end in a folder of its own.
 *
 * @returns wall and processor seconds, peak memory in MiB, and what it wrote
 * @throws when it ends with an error, unless `mayFail`
 */
export async function runTool(program, args, { folder, mayFail = false }) {
  const output = createWriteStream(join(folder, 'output'));
  await once(output, 'open');
  const before = endedChildrenSeconds();
  const begun = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', output, output],
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  let memory = 0;
  const looking = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
  }, LOOK_AT_MEMORY_MS);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  output.close();
  const said = await readFile(join(folder, 'output'), 'utf8');
  if (code !== 0 && !mayFail) throw new Error(`${program} failed: ${said.slice(-2_000)}`);
  return {
    wall: (performance.now() - begun) / 1_000,
    worker: endedChildrenSeconds() - before,
    memory,
    said,
  };
}

/** 0 when it has ended in this moment. */
function memoryOf(pid) {
  try {
    return peakMemory(pid);
  } catch {
    return 0;
  }
}
