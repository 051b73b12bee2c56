import { blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';

/** A line of a map. */
export interface MapLine {
  readonly key: string;
  readonly value: string;
}

/** One command to the runtime API; `version` is what `prepare` answered. */
export type MapCommand =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'add'; readonly payload: string }
  | { readonly kind: 'commit' };

/**
 * A command with its payload has to fit into tune.bufsize, 16,384 bytes by default, of which HAProxy keeps
 * tune.maxrewrite, 1,024, for itself; seen on 2.6: 13,669 bytes are taken, 19,559 end the connection without a word.
 */
const PAYLOAD_BYTES = 12_000;

/**
 * Makes the map hold exactly the entries, their actions as values: a new version is filled beside the one in
 * use and takes its place at once, so that no request meets half a list. No command where nothing differs.
 */
export function planHaproxyMap(
  held: readonly MapLine[],
  wanted: readonly AddressEntry[],
): MapCommand[] {
  const lines = wanted.map(({ block, action }) => `${blockText(block)} ${action}`);
  const heldLines = new Set(held.map(({ key, value }) => `${key} ${value}`));
  const isSame =
    held.length === lines.length &&
    heldLines.size === lines.length &&
    lines.every((line) => heldLines.has(line));
  if (isSame) return [];
  const added = payloads(lines).map((payload) => ({ kind: 'add', payload }) as const);
  return [{ kind: 'prepare' }, ...added, { kind: 'commit' }];
}

/** ASCII lines in as few payloads as fit. */
function payloads(lines: readonly string[]): string[] {
  const all: string[] = [];
  let payload = '';
  for (const line of lines) {
    if (payload !== '' && payload.length + line.length + 1 > PAYLOAD_BYTES) {
      all.push(payload);
      payload = '';
    }
    payload += `${line}\n`;
  }
  return payload === '' ? all : [...all, payload];
}
