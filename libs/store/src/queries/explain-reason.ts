import { actorGroups } from './campaign-actors.js';
import { estateBaselines } from './estate-baselines.js';
import { loginGroups } from './login-groups.js';
import { readerGroups } from './reader-groups.js';
import { siteProfiles } from './site-profiles.js';
import { addressFeatures } from './visitor-features.js';

/** A statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The columns of one visitor in a window that was counted, whenever it was seen: what a reason came from.
 * @param columns names of `VisitorFeatures`; checked, since they become part of the statement
 */
export function reasonFeatures(
  columns: readonly string[],
  visitor: { readonly keyType: string; readonly address: string; readonly userAgent: string },
): Statement {
  const names = columns.filter((name) => /^[A-Za-z]\w*$/.test(name));
  const { keyType, address, userAgent } = visitor;
  return {
    sql: `SELECT keyType, address, ${[...new Set(names)].join(', ')}\nFROM (${addressFeatures})\nWHERE keyType = {keyType: String} AND (keyType != 'address_user_agent' OR userAgent = {userAgent: String})`,
    parameters: { addresses: [address], keyType, userAgent },
  };
}

/** What of the estate a reason was held against; undefined for comparisons without a query of their own. */
export function reasonComparison(
  kind: string,
  [first = '', second = '']: readonly string[],
  window: Readonly<Record<string, unknown>>,
): Statement | undefined {
  const make = comparisons[kind];
  return make?.(first, second, window);
}

type MakeStatement = (
  first: string,
  second: string,
  window: Readonly<Record<string, unknown>>,
) => Statement;

const comparisons: Readonly<Record<string, MakeStatement>> = {
  baseline: (site, feature) => ({
    sql: `SELECT *\nFROM (${estateBaselines})\nWHERE site = {site: String} AND feature = {feature: String}`,
    parameters: { site, feature },
  }),
  profile: (site, _, window) => ({
    sql: `SELECT *\nFROM (${siteProfiles})\nWHERE site = {site: String}`,
    parameters: { ...window, site },
  }),
  campaign: (cell) => ({
    sql: `SELECT cell, failing AS alike, succeeding AS otherwise\nFROM (${loginGroups})\nWHERE cell = {cell: String}\nUNION ALL\nSELECT cell, bare, dressed\nFROM (${readerGroups})\nWHERE cell = {cell: String}\nUNION ALL\nSELECT cell, bare, dressed\nFROM (${actorGroups})\nWHERE cell = {cell: String}`,
    parameters: { cell },
  }),
};
