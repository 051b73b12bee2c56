import { type CheckedTarget, type ReleasedTarget, type TargetFailure } from '#libs/enforcement';
import { count } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';

/** A target with what would be sent to it, for people. */
export function renderChecked(checked: CheckedTarget, colours: Colours): string {
  const { held, wanted, dropped, leftOut, heldBack, requests, failure } = checked;
  if (failure !== null)
    return block(checked, colours, [
      `to be: ${count(wanted)} entries, before packing`,
      failed(failure, colours),
    ]);
  return block(checked, colours, [
    `entries of ours: ${count(held)}, to be: ${count(wanted)}`,
    ...(dropped > 0 ? [`${count(dropped)} do not fit; the worthiest stay`] : []),
    ...leftOutLine(leftOut),
    ...(requests.length === 0
      ? ['nothing to send']
      : requests.map((request) => `would send: ${printable(request)}`)),
    ...(heldBack === null
      ? []
      : [`would wait until a second cycle asks for the same: ${heldBack}`]),
  ]);
}

/** A target with what was taken out of it, for people. */
export function renderReleased(released: ReleasedTarget, colours: Colours): string {
  const { held, left, requests, failure } = released;
  return block(released, colours, [
    `entries of ours: ${count(held)} before, ${count(left)} now`,
    ...requests.map((request) => `sent: ${printable(request)}`),
    ...(failure === null ? [] : [failed(failure, colours)]),
  ]);
}

/** Verdicts that were left out, by reason; nothing where there are none. */
export function leftOutLine(leftOut: Readonly<Record<string, number>>): string[] {
  const reasons = Object.entries(leftOut).map(([reason, count]) => `${reason} ${count}`);
  return reasons.length === 0 ? [] : [`left out: ${reasons.join(', ')}`];
}

export function failed({ code, message }: TargetFailure, colours: Colours): string {
  return `${colours.red(code)}: ${printable(message, 1_000)}`;
}

export function block(
  { target, kind }: { readonly target: string; readonly kind: string },
  colours: Colours,
  lines: readonly string[],
): string {
  return [`${colours.bold(target)} (${kind})`, ...lines.map((line) => `  ${line}`)].join('\n');
}
