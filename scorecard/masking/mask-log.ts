import { isbot } from 'isbot';
import { type LabelledVisitor, labelsText, visitorName } from '../labels/labelled-visitor.js';
import { VisitorFinder } from '../labels/visitor-finder.js';
import { readLogLine } from '../log/read-log-line.js';
import { MAINSTREAM_USER_AGENTS } from './mainstream-user-agents.js';
import { stableHash } from './stable-hash.js';

/** A log whose bots have put on a browser's user agent, and its labels under the new names. */
export interface MaskedLog {
  /** For each log, in order, its lines. */
  readonly logs: readonly (readonly string[])[];
  readonly labels: string;
  readonly maskedRequests: number;
}

/** Verified crawlers keep their names, and so do people and the estate's own machines. */
const KEEP_THEIR_AGENT: readonly string[] = ['human', 'good_bot', 'self'];

/**
 * Gives every bot that is not verified a mainstream browser's user agent, the same for all requests of a visitor, so that what is
 * left is conduct. Visitors whose label is `unknown` are masked where their user agent says bot. Which user agent follows from the
 * visitor's name alone; one that its address already uses is passed over, so that a bot does not become the person beside it.
 */
export function maskLog(
  logs: readonly (readonly string[])[],
  visitors: readonly LabelledVisitor[],
): MaskedLog {
  const finder = new VisitorFinder(visitors);
  const parsed = logs.map((lines) => lines.map((text) => ({ text, line: readLogLine(text) })));
  const used = agentsByAddress(parsed.flat().flatMap(({ line }) => line?.request ?? []));
  const masks = new Map<LabelledVisitor, string>();
  let maskedRequests = 0;
  const masked = parsed.map((lines) =>
    lines.map(({ text, line }) => {
      const visitor = line && finder.of(line.request);
      if (!visitor || !isMasked(visitor, line.request.userAgent)) return text;
      maskedRequests += 1;
      const mask = masks.get(visitor) ?? chooseMask(visitor, used);
      masks.set(visitor, mask);
      return line.withUserAgent(mask);
    }),
  );
  const rows = visitors.map((visitor) => renamed(visitor, masks.get(visitor)));
  return { logs: masked, labels: labelsText(rows), maskedRequests };
}

const isMasked = ({ label }: LabelledVisitor, userAgent: string): boolean =>
  label === 'unknown' ? userAgent === '' || isbot(userAgent) : !KEEP_THEIR_AGENT.includes(label);

function agentsByAddress(
  requests: readonly { readonly address: string; readonly userAgent: string }[],
): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { address, userAgent } of requests) {
    const agents = used.get(address);
    if (agents === undefined) used.set(address, new Set([userAgent]));
    else agents.add(userAgent);
  }
  return used;
}

function chooseMask(visitor: LabelledVisitor, used: Map<string, Set<string>>): string {
  const taken = used.get(visitor.address) ?? new Set<string>();
  const start = stableHash(visitorName(visitor));
  const count = MAINSTREAM_USER_AGENTS.length;
  const order = MAINSTREAM_USER_AGENTS.map(
    (_, step) => MAINSTREAM_USER_AGENTS[(start + step) % count] ?? '',
  );
  const mask = order.find((agent) => !taken.has(agent)) ?? order[0] ?? '';
  taken.add(mask);
  return mask;
}

/** A visitor told by its user agent is told by the new one. */
function renamed(
  visitor: LabelledVisitor,
  mask: string | undefined,
): Readonly<Record<string, string>> {
  const { columns, address, userAgent, userAgentContains } = visitor;
  const toldByAgent = userAgent !== undefined || userAgentContains !== undefined;
  if (mask === undefined || !toldByAgent) return columns;
  const others = Object.entries(columns).filter(([name]) => name !== 'user_agent_contains');
  return { ...Object.fromEntries(others), visitor: `${address}|${mask}` };
}
