import {
  type Detection,
  type JudgedVisitor,
  type JudgedVisitors,
} from '../verdicts/judged-visitors.js';
import { type Label } from './label.js';

/** A labelled visitor next to what was thought of it. */
export interface ComparedVisitor {
  readonly label: Label;
  /** Undefined when the log never showed it. */
  readonly judged: JudgedVisitor | undefined;
  /** Malicious by verdict, or an impostor. */
  readonly condemned: boolean;
  /** Its own verdict says `block`, or a request of it came while a block of its whole address was in force. */
  readonly blocked: boolean;
  /** The same with `challenge` or `throttle`, and it was not blocked. */
  readonly hindered: boolean;
  readonly requests: number;
  /** How soon it was condemned; undefined where it was not. */
  readonly detection: Detection | undefined;
}

/**
 * Puts a label and the verdicts side by side. A label for `address|user agent` is compared with that user agent's line where there
 * is one, else with the address's; a label for an address with the address's line, or with a user agent behind it that was
 * condemned in its stead, also as a caller of an API client. Who was not, but came from a prefix that was condemned as a whole, was condemned
 * with it. A verdict on an address hits everybody who comes from there while it holds, and is counted so.
 */
export function compareVisitor(label: Label, visitors: JudgedVisitors): ComparedVisitor {
  const address = visitors.ofAddress(label.address);
  const agents = agentsMeant(label, visitors);
  const own = decisive(label, address, agents);
  const isGuiltless = own !== undefined && !isCondemned(own);
  const judged = (isGuiltless ? visitors.prefixAround(label.address) : undefined) ?? own;
  const { blocked, hindered } = met(label, judged, visitors);
  const condemned = judged !== undefined && isCondemned(judged);
  return {
    label,
    judged,
    condemned,
    blocked,
    hindered,
    requests: label.requests ?? own?.requests ?? 0,
    detection: condemned ? visitors.detectionOf(judged) : undefined,
  };
}

function isCondemned({ nature, intent }: JudgedVisitor): boolean {
  return intent.stance === 'malicious' || nature === 'impostor';
}

/** What the visitor met, or would meet next. */
function met(
  label: Label,
  judged: JudgedVisitor | undefined,
  visitors: JudgedVisitors,
): Pick<ComparedVisitor, 'blocked' | 'hindered'> {
  const own = isOwn(label, judged, visitors) ? judged?.action : undefined;
  const { address, userAgent } = label;
  const behindAddress = userAgent === undefined ? NOTHING : visitors.enforcedOn(address, userAgent);
  const blocked = own === 'block' || behindAddress.blocked > 0;
  const hindered = own === 'challenge' || own === 'throttle' || behindAddress.hindered > 0;
  return { blocked, hindered: hindered && !blocked };
}

/** False for an address's line that stands in for a user agent among others. */
function isOwn(
  { address, userAgent }: Label,
  judged: JudgedVisitor | undefined,
  visitors: JudgedVisitors,
): boolean {
  const ofAddress = judged?.visitor.type === 'address';
  return !(ofAddress && userAgent !== undefined && visitors.agentsOf(address).size > 0);
}

const NOTHING = { blocked: 0, hindered: 0 };

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
