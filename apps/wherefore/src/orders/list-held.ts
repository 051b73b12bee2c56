import { type HeldVerdict } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { openRecorded } from '../explain/open-recorded.js';
import { withParts } from '../parts/with-parts.js';
import { table } from '../summary/table.js';
import { printable } from '../terminal/printable.js';
import { readHeld } from './read-held.js';

/** Shows the verdicts that are held for review. */
export function listHeld(context: CliContext, json: boolean): Promise<void> {
  return withParts(context, { dataDir: undefined, purpose: 'orders' }, async (parts) => {
    const { store } = await openRecorded(context, parts, undefined);
    const held = await readHeld(store);
    if (json) {
      for (const one of held)
        context.terminal.result(JSON.stringify({ ...one, state: undefined, judgement: undefined }));
    } else {
      context.terminal.result(held.length === 0 ? 'Nothing is held.' : renderHeld(held));
    }
  });
}

function renderHeld(held: readonly HeldVerdict[]): string {
  return table(
    ['visitor', 'would be', 'class', 'risk', 'people hit', 'held because of', 'held since'],
    held.map((one) => [
      printable(`${one.keyType}/${one.key}`, 90),
      one.change === 'lifted' ? 'lifted' : one.action,
      one.class,
      String(one.score),
      one.people.toFixed(2),
      one.reason.replaceAll('_', ' '),
      new Date(one.heldSince).toISOString().slice(0, 16).replace('T', ' '),
    ]),
  );
}
