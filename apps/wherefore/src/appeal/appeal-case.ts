import { type OperatorOrder } from '#libs/store';

/** A golden case of intent, as `test/cases/<behaviour>/case.json` holds it. */
interface GoldenCase {
  readonly story: string;
  readonly features: Readonly<Record<string, unknown>>;
  readonly identity: Readonly<Record<string, unknown>>;
  readonly expected: {
    readonly stance: 'unknown';
    readonly class: null;
    readonly because: readonly string[];
  };
}

/**
 * The case that a mistake makes: the figures it was judged by, by the names of the features (`probes.exploit`, `identity.agentKind`), in an
 * ordinary estate, must not be called malicious. Who the visitor was does not come with it.
 */
export function appealCase(
  { reason, codes }: Pick<OperatorOrder, 'reason' | 'codes'>,
  figures: Readonly<Record<string, unknown>>,
): GoldenCase {
  const all = nested(figures);
  const { identity, ...features } = all;
  return {
    story: `Condemned for ${codes.join(', ')}, and a mistake: ${reason}`,
    features: withoutWho(features),
    identity: isRecord(identity) ? identity : {},
    expected: { stance: 'unknown', class: null, because: [] },
  };
}

/** Features that say who a visitor is, not what it did. */
const WHO = new Set(['key', 'address', 'site', 'apiClient', 'loginCell', 'readerCell']);

function withoutWho(features: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(features).filter(([name]) => !WHO.has(name)));
}

/** `{'a.b': 1}` as `{a: {b: 1}}`. */
function nested(figures: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(figures)) {
    const [group = '', part] = name.split('.');
    if (part === undefined) result[group] = value;
    else result[group] = { ...(isRecord(result[group]) ? result[group] : {}), [part]: value };
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
