import { EVENT_FIELDS, type ThreatVisibility } from '#libs/intent';
import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';
import { type FieldPresence } from './field-presence.js';
import { howToLog } from './how-to-log.js';

const ORDER = { hidden: 0, dimmed: 1, seen: 2 } as const;

/** What a log holds, which threats it hides, and what to add to it to see them, for people. */
export function renderAdvice(
  presence: FieldPresence,
  threats: readonly ThreatVisibility[],
  producer: 'nginx' | 'apache' | 'haproxy' | 'envoy',
): string {
  return [
    `What the ${count(presence.requests)} requests hold`,
    fields(presence),
    '',
    'Which threats can be seen in them',
    threatTable(threats),
    '',
    additions(presence, threats, producer),
  ].join('\n');
}

function fields(presence: FieldPresence): string {
  return table(
    ['field', 'is', 'in'],
    EVENT_FIELDS.map((field) => [field, howToLog[field].what, percent(presence.share(field))]),
  );
}

function threatTable(threats: readonly ThreatVisibility[]): string {
  const rows = threats.toSorted((a, b) => ORDER[a.now] - ORDER[b.now]);
  return table(
    ['threat', 'name', 'at best', 'here', 'lost', 'would bring it back'],
    rows.map(({ threat, atBest, now, lost, missing }) => [
      threat.id,
      threat.name,
      atBest,
      now,
      percent(lost),
      missing.map(({ field }) => field).join(', '),
    ]),
  );
}

function additions(
  presence: FieldPresence,
  threats: readonly ThreatVisibility[],
  producer: 'nginx' | 'apache' | 'haproxy' | 'envoy',
): string {
  const worth = EVENT_FIELDS.filter((field) => presence.missing().has(field))
    .map((field) => ({ field, ...gain(field, threats) }))
    .filter(({ helps }) => helps.length > 0)
    .toSorted((a, b) => b.total - a.total);
  if (worth.length === 0) return 'Nothing that any threat needs is missing.';
  return [
    `What to add, the most valuable first (as ${producer} writes it; --producer for another)`,
    table(
      ['add', 'to see more of', 'setting of the source'],
      worth.map(({ field, helps }) => [
        howToLog[field][producer],
        helps.join(', '),
        howToLog[field].source,
      ]),
    ),
  ].join('\n');
}

function gain(
  field: (typeof EVENT_FIELDS)[number],
  threats: readonly ThreatVisibility[],
): { readonly helps: readonly string[]; readonly total: number } {
  const shares = threats.flatMap(({ threat, missing }) =>
    missing.filter((one) => one.field === field).map(({ share }) => ({ id: threat.id, share })),
  );
  return {
    helps: shares.map(({ id }) => id),
    total: shares.reduce((sum, { share }) => sum + share, 0),
  };
}
