import { type TargetStatus } from '#libs/enforcement';
import { CliError } from '../cli-error.js';
import { count, percent } from '../terminal/numbers.js';
import { type Colours } from '../terminal/terminal.js';
import { block, failed, leftOutLine } from './render-targets.js';

const ANSWER_MS = 5_000;

/** Asks the process at `url`. @throws CliError PUSH_UNREACHABLE */
export async function askStatus(url: string): Promise<readonly TargetStatus[]> {
  try {
    const answer = await fetch(new URL('/targets', url), {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const { targets } = (await answer.json()) as { targets?: readonly TargetStatus[] };
    if (answer.ok && targets !== undefined) return targets;
  } catch {
    // Said below: whatever it is, this is not a push process that answers.
  }
  throw new CliError(
    'PUSH_UNREACHABLE',
    `No push process answers at ${url}: start it, or say where with --url (its HTTP_HOST and HTTP_PORT).`,
  );
}

const STATES: Readonly<Record<TargetStatus['state'], string>> = {
  starting: 'starting: the verdicts are not read yet',
  in_step: 'in step with the verdicts',
  held_back: 'a large change waits until a second cycle asks for the same',
  failing: 'failing: it keeps what it had',
};

/** How a target stands, for people. */
export function renderStatus(status: TargetStatus, colours: Colours, now: number): string {
  const { name, kind, state, entries, dropped, droppedShare, leftOut, heldBack } = status;
  const { lastSuccess, lastFailure, notBefore } = status;
  const again = Math.max(0, Math.round((notBefore - now) / 1_000));
  return block({ target: name, kind }, colours, [
    `${colours[state === 'in_step' ? 'green' : 'yellow'](STATES[state])}${heldBack === null ? '' : ` (${heldBack})`}`,
    `entries of ours: ${count(entries)}; last in step: ${lastSuccess === 0 ? 'never' : new Date(lastSuccess).toISOString()}`,
    ...(dropped > 0
      ? [
          `${count(dropped)} did not fit: ${percent(droppedShare)} of what enforcing all would be worth`,
        ]
      : []),
    ...leftOutLine(leftOut),
    ...(state === 'failing' && lastFailure !== null
      ? [failed(lastFailure, colours), `tried again in ${again} s`]
      : []),
  ]);
}
