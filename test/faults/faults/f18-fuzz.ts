import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { type Fault } from '../fault.js';

const PROGRAM = 'test/fuzz/run.mjs';

/** F18: mutated lines and random bytes against every format: no crash, no hang, no line that costs more than linear time. */
export const fuzz: Fault = {
  id: 'F18',
  name: 'fuzz',
  what: 'the fuzz program over all formats, so many inputs',
  injections: { full: 1_000_000, short: 20_000 },
  run: async (trial) => {
    const nothing = { lost: 0, duplicated: 0, gaps: 0, stuck: 0 };
    if (!existsSync(PROGRAM)) {
      trial.note(`${PROGRAM} is not there`);
      return { ...nothing, expected: 0, found: 0 };
    }
    const child = spawn(process.execPath, [PROGRAM, '--inputs', String(trial.wanted)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    trial.defer(() => {
      child.kill('SIGKILL');
      return Promise.resolve();
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
    const [code] = (await once(child, 'close')) as [number | null];
    trial.expect(code === 0, `${PROGRAM} ended with ${code ?? 'a signal'}: ${said.trim()}`);
    trial.note(said.trim().split('\n').at(-1) ?? '');
    trial.injected = trial.wanted;
    return { ...nothing, expected: trial.wanted, found: code === 0 ? trial.wanted : 0 };
  },
};
