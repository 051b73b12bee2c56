import { type DataSet } from '#libs/reference';
import { table } from '../summary/table.js';
import { count } from '../terminal/numbers.js';

const DAY_MS = 86_400_000;

/** CC BY 4.0 asks for it wherever results are shown. */
const ATTRIBUTION = `Networks: Route Views (routeviews.org), IP Geolocation by DB-IP (https://db-ip.com), NRO (nro.net); CC BY 4.0, see NOTICE.`;

/** The data sets in force for a person; `now` in milliseconds since the epoch. */
export function renderDataSets(sets: readonly DataSet[], now: number): string {
  const rows = sets.map(({ name, date, entries, origin, licence, source }) => [
    name,
    date.slice(0, 10),
    count((now - Date.parse(date)) / DAY_MS),
    count(entries),
    licence === '' ? '–' : licence,
    origin === 'file' ? source : 'packaged',
  ]);
  const drawn = table(['data', 'as of', 'days old', 'entries', 'licence', 'from'], rows);
  return `${drawn}\n\n${ATTRIBUTION}`;
}
