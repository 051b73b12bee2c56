import { type DecisionType, ORIGIN } from './decision.js';
import { type DecisionSource } from './decision-source.js';

/** Which decisions a bouncer wants, and which it may have. What is left out does not narrow. */
export interface DecisionFilter {
  /** Of `ip` and `range`, in any case. */
  readonly scopes?: readonly string[] | undefined;
  readonly origins?: readonly string[] | undefined;
  /** At least one of these words, in any case. */
  readonly scenariosContaining?: readonly string[] | undefined;
  /** None of these words. */
  readonly scenariosNotContaining?: readonly string[] | undefined;
  readonly type?: string | undefined;
  /** Verdicts in simulation, too; without it none, as CrowdSec does. */
  readonly simulated?: boolean | undefined;
  /** Types the key may have. */
  readonly types: readonly DecisionType[];
  /** Hosts behind the bouncer; verdicts on all hosts are always for it. */
  readonly sites: readonly string[];
}

export function passes(source: DecisionSource, filter: DecisionFilter): boolean {
  return mayHave(source, filter) && wants(source, filter);
}

function mayHave(source: DecisionSource, { types, sites, simulated }: DecisionFilter): boolean {
  if (source.simulated && simulated !== true) return false;
  return types.includes(source.type) && (source.site === '*' || sites.includes(source.site));
}

function wants({ scope, type, scenario }: DecisionSource, filter: DecisionFilter): boolean {
  const { scopes, origins, scenariosContaining: with_, scenariosNotContaining: without } = filter;
  if (scopes !== undefined && !scopes.some((one) => same(one, scope))) return false;
  if (origins !== undefined && !origins.some((one) => same(one, ORIGIN))) return false;
  if (filter.type !== undefined && !same(filter.type, type)) return false;
  if (with_ !== undefined && !with_.some((word) => contains(scenario, word))) return false;
  return !without?.some((word) => contains(scenario, word));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function contains(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}
