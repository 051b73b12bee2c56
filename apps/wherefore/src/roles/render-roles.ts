import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type PlaceRole } from './read-roles.js';

const LONGEST_PLACE = 60;
const MOST_REASONS = 2;

/** The places of an estate, what each is for and why, as a table for people. */
export function renderRoles(places: readonly PlaceRole[]): string {
  return table(
    ['site', 'place', 'role', 'by', 'sure', 'requests', 'because'],
    places.map(({ conduct, learned }) => [
      printable(learned.site),
      printable(learned.place, LONGEST_PLACE),
      learned.role,
      learned.origin,
      percent(learned.probability === 0 ? null : learned.probability),
      count(conduct.requests),
      printable(learned.reasons.slice(0, MOST_REASONS).join('; ')),
    ]),
  );
}
