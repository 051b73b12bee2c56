import { rangeLists } from './range-lists.js';

export interface RangeListAge {
  readonly operator: string;
  readonly name: string;
  readonly source: string;
  /** Day the list was read from its source, ISO 8601. */
  readonly date: string;
}

/** When each dated address list was read from its operator, for a metric of how stale they are. */
export function referenceDataDates(): readonly RangeListAge[] {
  return rangeLists.flatMap(({ operator, name, source, date }) =>
    date === null ? [] : [{ operator, name, source, date }],
  );
}
