import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { AddressRanges } from './address-ranges.js';
import { type CrawlerVerification } from './crawler-verification.js';
import { type RangeList } from './range-list.js';

interface IndexedRangeList extends RangeList {
  readonly ranges: AddressRanges;
  /** What an address in the list proves. */
  readonly proof: CrawlerVerification;
}

/** The lists that can speak about a crawler's claim. */
export interface ClaimLists {
  /** All lists of the operator. */
  readonly operator: readonly IndexedRangeList[];
  /** Those that name the crawler; where none does, all of the operator's. */
  readonly about: readonly IndexedRangeList[];
  /** One of them is about this crawler and holds all its addresses. */
  readonly isComplete: boolean;
}

/** Every address list of crawlers, by operator and crawler. Immutable. */
export class CrawlerRanges {
  readonly #byCrawler = new Map<string, ClaimLists>();
  readonly #byOperator = new Map<string, ClaimLists>();

  /** @throws Error when a prefix is not in CIDR notation. */
  constructor(readonly lists: readonly RangeList[]) {
    const indexed = lists.map(indexedList);
    for (const { operator } of indexed) {
      const own = indexed.filter((list) => list.operator === operator);
      this.#byOperator.set(operator, { operator: own, about: own, isComplete: false });
      for (const name of new Set(own.flatMap(({ covers }) => covers)))
        this.#byCrawler.set(keyOf(operator, name), claimLists(name, own));
    }
  }

  /** The lists about a crawler; undefined where its operator has none. */
  listsFor({ operator, name }: DeclaredCrawler): ClaimLists | undefined {
    return this.#byCrawler.get(keyOf(operator, name)) ?? this.#byOperator.get(operator);
  }
}

function indexedList(list: RangeList): IndexedRangeList {
  const basis = list.basis === 'published' ? 'published' : 'network';
  const { operator, prefixes } = list;
  const proof = { verification: 'ip_range', operator, impostor: false, basis } as const;
  return { ...list, ranges: new AddressRanges(prefixes), proof };
}

/** Lists that name the crawler decide alone; a crawler no list names may come from any of them. */
function claimLists(name: string, operator: readonly IndexedRangeList[]): ClaimLists {
  const about = operator.filter(({ covers }) => covers.includes(name));
  return { operator, about, isComplete: about.some(({ complete }) => complete) };
}

function keyOf(operator: string, name: string): string {
  return `${operator}\n${name}`;
}
