import data from '../../data/crawler-ranges.json' with { type: 'json' };
import { AddressRanges } from './address-ranges.js';
import { type RangeList } from './range-list.js';

export interface IndexedRangeList extends RangeList {
  readonly ranges: AddressRanges;
}

/** Every list of data/crawler-ranges.json, ready to be asked. */
export const rangeLists: readonly IndexedRangeList[] = (data.lists as readonly RangeList[]).map(
  (list) => ({ ...list, ranges: new AddressRanges(list.prefixes) }),
);

/** The same, by operator. */
export const rangeListsByOperator: ReadonlyMap<string, readonly IndexedRangeList[]> = new Map(
  rangeLists.map(({ operator }) => [
    operator,
    rangeLists.filter((list) => list.operator === operator),
  ]),
);
