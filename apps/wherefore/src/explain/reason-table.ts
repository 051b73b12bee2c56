import { type JudgedPart, type VerdictReason } from '#libs/enforcement';
import { table } from '../summary/table.js';
import { printable } from '../terminal/printable.js';

const HEADER = ['reason', 'weight', 'value', 'now', 'ordinary', 'now', ''];

/** Each reason as it was and as it is again, side by side, and the differences marked. */
export function reasonTable(then: JudgedPart, now: JudgedPart | null): string {
  const rows = then.reasons.map((reason, i) => rowOf(reason, now?.reasons[i]));
  return table(HEADER, rows);
}

function rowOf(then: VerdictReason, now: VerdictReason | undefined): readonly string[] {
  const again = now?.code === then.code ? now : undefined;
  const isSame = again?.value === then.value && again.baseline === then.baseline;
  return [
    then.code,
    signed(then.weight),
    shown(then.value),
    shown(again?.value),
    shown(then.baseline),
    shown(again?.baseline),
    isSame && again.weight === then.weight ? 'same' : 'differs',
  ];
}

const signed = (weight: number): string => `${weight > 0 ? '+' : ''}${weight}`;

function shown(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return printable(String(value), 24);
}
