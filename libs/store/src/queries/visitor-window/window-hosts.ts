import { inWindow } from './in-window.js';

/** Places are numbers of 16 bits; 0 stands for hosts without one. */
const END = 65_536;

/**
 * Gives each host of the window a place in `window_hosts`: a number that sorts as its name, as far from the next as there is room, so that a
 * host that comes later finds a place between two others. More than 65,535 hosts have none. `source` is a constant of the code: where
 * events are read from. Parameters: `from`, `to`.
 */
export const fillWindowHosts = (source = 'events'): string => `
  INSERT INTO window_hosts (place, host)
  SELECT intDiv(${END} * row_number() OVER (ORDER BY host), count() OVER () + 1) AS place, host
  FROM (
    SELECT DISTINCT toString(server_address) AS host
    FROM ${source}
    WHERE ${inWindow}
    ORDER BY host
    LIMIT ${END - 1}
  )`;

/** Gives places to the hosts that came since (`window_news`), between those that are known. */
export const addWindowHosts = `
  INSERT INTO window_hosts (place, host)
  WITH (SELECT (groupArray(place), groupArray(host)) FROM window_hosts) AS known
  SELECT before + intDiv((after - before) * row_number() OVER (PARTITION BY before ORDER BY host), count() OVER (PARTITION BY before) + 1) AS place, host
  FROM (
    SELECT host,
      arrayMax(arrayPushBack(arrayFilter((place, other) -> other < host, known.1, known.2), 0)) AS before,
      arrayMin(arrayPushBack(arrayFilter((place, other) -> other > host, known.1, known.2), ${END})) AS after
    FROM (SELECT DISTINCT host FROM window_news WHERE host NOT IN (SELECT host FROM window_hosts))
  )`;

/** Whether every host has a place of its own: `{apart}`. */
export const hostsAreApart =
  'SELECT uniqExact(place) = count() AND min(place) > 0 AS apart FROM window_hosts';

/** Places and names of the hosts: columns behind a `WITH`. */
export const hostPlaces = `
    (SELECT (groupArray(place), groupArray(host)) FROM (SELECT place, host FROM window_hosts ORDER BY place)) AS known,
    known.1 AS hostPlaces,
    known.2 AS hostNames`;

/** Empties what is known of hosts. */
export const emptyWindowHosts = 'TRUNCATE TABLE window_hosts';
