import { type JudgedVisitor, type JudgedVisitors } from '../verdicts/judged-visitors.js';
import { type Label } from './label.js';

/** A labelled visitor next to what was thought of it. */
export interface ComparedVisitor {
  readonly label: Label;
  /** Undefined when the log never showed it. */
  readonly judged: JudgedVisitor | undefined;
  /** Malicious by verdict, or an impostor. */
  readonly condemned: boolean;
  /** A verdict that covers it says `block`. */
  readonly blocked: boolean;
  /** A verdict that covers it says `challenge` or `throttle`, none says `block`. */
  readonly hindered: boolean;
  readonly requests: number;
}

/**
 * Puts a label and the verdicts side by side. A label for `address|user agent` is compared with that user agent's line where there
 * is one, else with the address's; a label for an address with the address's line, or with a user agent behind it that was
 * condemned in its stead. Blocks count wherever they come from: one on the address hits everybody behind it.
 */
export function compareVisitor(label: Label, visitors: JudgedVisitors): ComparedVisitor {
  const address = visitors.ofAddress(label.address);
  const agents = agentsMeant(label, visitors);
  const judged = decisive(label, address, agents);
  const covering = [address, ...agents].filter((visitor) => visitor !== undefined);
  const blocked = covering.some(({ action }) => action === 'block');
  const hindered = covering.some(({ action }) => action === 'challenge' || action === 'throttle');
  return {
    label,
    judged,
    condemned: judged !== undefined && isCondemned(judged),
    blocked,
    hindered: hindered && !blocked,
    requests: label.requests ?? judged?.requests ?? 0,
  };
}

function isCondemned({ nature, intent }: JudgedVisitor): boolean {
  return intent.stance === 'malicious' || nature === 'impostor';
}

function agentsMeant(label: Label, visitors: JudgedVisitors): JudgedVisitor[] {
  const { address, userAgent, userAgentContains: part } = label;
  if (userAgent !== undefined) {
    const agent = visitors.ofAgent(address, userAgent);
    return agent === undefined ? [] : [agent];
  }
  const agents = [...visitors.agentsOf(address)];
  const meant = part === undefined ? agents : agents.filter(([agent]) => agent.includes(part));
  return meant.map(([, judged]) => judged);
}

function decisive(
  { userAgent, userAgentContains }: Label,
  address: JudgedVisitor | undefined,
  agents: readonly JudgedVisitor[],
): JudgedVisitor | undefined {
  const worst = agents.find(isCondemned);
  const ofOneAgent = userAgent !== undefined || userAgentContains !== undefined;
  if (ofOneAgent) return worst ?? agents[0] ?? address;
  return address !== undefined && isCondemned(address) ? address : (worst ?? address);
}
