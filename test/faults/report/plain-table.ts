import { type TableConstructorOptions } from 'cli-table3';

const NO_LINE = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
];

/** Tables without colours and outer lines, as documents show them. */
export const PLAIN_TABLE: TableConstructorOptions = {
  chars: Object.fromEntries(NO_LINE.map((place) => [place, ''])),
  style: { head: [], border: [], compact: true },
};
