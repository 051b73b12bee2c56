import { type ListFormat, type ListQuery, parseBlock, type PageQuery } from '#libs/enforcement';
import { type FeedKey } from '#libs/store';
import { QueryBlock, QueryNumber, QueryText, QueryWords } from '../query-rules.js';

const ACTIONS = ['block', 'challenge', 'throttle'] as const;
const MOST_ENTRIES = 1_000_000;

/** Parameters of `GET /lists/<format>`. */
export class ListParameters {
  @QueryWords('only verdicts of these actions', ACTIONS)
  readonly action?: readonly (typeof ACTIONS)[number][];

  @QueryWords('only verdicts of these threat classes, as OAT-008')
  readonly intent?: readonly string[];

  @QueryNumber('only verdicts of at least this confidence', 0, 1, 'any')
  readonly confidence?: number;

  @QueryText('only verdicts for this site', /^[\w.*:-]+$/, 'a host name')
  readonly site?: string;

  @QueryText('only this version of IP', /^[46]$/, '4 or 6')
  readonly family?: string;

  @QueryText('longest prefix of IPv6 entries', /^(?:64|128)$/, '64 or 128')
  readonly ipv6_prefix?: string;

  @QueryText(
    'category of the entries in the format of F5',
    /^\w{1,64}$/,
    'at most 64 letters, digits and underscores',
  )
  readonly category?: string;

  @QueryNumber('most entries of a page', 1, MOST_ENTRIES)
  readonly limit?: number;

  @QueryBlock('the last entry of the page before')
  readonly after?: string;
}

/** What a list is to hold: what was asked for, within what the key may have. */
export function listQuery(asked: ListParameters, format: ListFormat, key: FeedKey): ListQuery {
  const actions = asked.action ?? format.actions;
  return {
    actions: actions.filter((action) => key.actions.includes(action)),
    threats: (asked.intent ?? []).map((threat) => threat.toUpperCase()),
    confidence: asked.confidence ?? 0,
    sites: key.sites.filter((site) => asked.site === undefined || site === asked.site),
    family: asked.family === undefined ? null : asked.family === '4' ? 4 : 6,
    ipv6Prefix: asked.ipv6_prefix === '64' ? 64 : 128,
  };
}

export function pageQuery({ after, limit }: ListParameters): PageQuery {
  return {
    after: after === undefined ? null : parseBlock(after),
    limit: limit ?? MOST_ENTRIES,
  };
}
