import { rule } from '#libs/platform';
import { parseCidr, TRAILING_FIELDS } from '#libs/traffic';

interface ItemRule {
  readonly holds: (item: unknown) => boolean;
  readonly allowed: string;
}

const text =
  (pattern: RegExp): ItemRule['holds'] =>
  (item) =>
    typeof item === 'string' && pattern.test(item);

const HEADER_NAME = /^[\w-]{1,100}$/;
/** Their values are secrets, and what is kept is stored. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);

/** What the items of lists have to be, by the name of the rule. */
const ITEM_RULES = {
  topics: {
    holds: text(/^[\w.-]{1,249}$/),
    allowed: 'must be a Kafka topic: letters, digits, `_`, `-` and `.`',
  },
  proxies: {
    holds: (item) => typeof item === 'string' && (item === 'unix' || parseCidr(item) !== null),
    allowed: 'must be an address or CIDR block (192.0.2.7, 10.0.0.0/8, 2001:db8::/32), or `unix`',
  },
  fieldNames: { holds: text(/^[^\s,]{1,200}$/), allowed: 'must be a name without blanks' },
  trailingFields: {
    holds: (item) =>
      typeof item === 'string' &&
      (TRAILING_FIELDS.includes(item) || item === 'ignore' || /^header:[\w-]{1,100}$/.test(item)),
    allowed: `must be one of ${TRAILING_FIELDS.join(', ')}, header:<name>, or ignore`,
  },
  headers: { holds: text(HEADER_NAME), allowed: 'must be the name of a header' },
  keptHeaders: {
    holds: (item) =>
      typeof item === 'string' && HEADER_NAME.test(item) && !SECRET_HEADERS.has(item.toLowerCase()),
    allowed: 'must be the name of a header that carries no secret (not authorization or cookie)',
  },
} as const satisfies Readonly<Record<string, ItemRule>>;

export type ItemRuleName = keyof typeof ITEM_RULES;

/** A list, or a single item; each has to keep the rule. */
export function ListOf(name: ItemRuleName): PropertyDecorator {
  const { holds, allowed } = ITEM_RULES[name];
  return rule(
    name,
    (value) => asList(value).length > 0 && asList(value).every(holds),
    `${allowed}; one, or a list of them`,
  );
}

/** Which items of a list break a rule, and what is allowed; undefined where it is no rule of lists, or no list. */
export function brokenItems(
  ruleName: string,
  value: unknown,
): { indexes: readonly number[]; allowed: string } | undefined {
  if (!isItemRule(ruleName) || !Array.isArray(value) || value.length === 0) return undefined;
  const { holds, allowed } = ITEM_RULES[ruleName];
  const indexes = [...value.keys()].filter((index) => !holds(value[index]));
  return { indexes, allowed };
}

function isItemRule(name: string): name is ItemRuleName {
  return Object.hasOwn(ITEM_RULES, name);
}

/** A list as it is, anything else as a list of it, nothing as an empty one. */
export function asList<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
