import { senderOf } from './sender.js';
import { type DeclaredCrawler, type UserAgentKind } from './user-agent-identity.js';
import { userAgentText } from './user-agent-text.js';

/** What enrichment keeps of a user agent. Shared between requests; never changed. */
export interface AgentFacts {
  /** `Chrome`, `curl`, `Googlebot`, ...; `''` for an empty user agent. */
  readonly family: string;
  readonly class: UserAgentKind;
  /** The crawler it says it is; a claim, not a proof. */
  readonly crawler: DeclaredCrawler | null;
}

const NO_AGENT: AgentFacts = { family: '', class: 'empty', crawler: null };

/** Reads a user agent; in time linear in its first 1,024 characters. */
export function agentFacts(userAgent: string): AgentFacts {
  const text = userAgentText(userAgent);
  if (text === '') return NO_AGENT;
  const { family, kind, crawler } = senderOf(text);
  return { family, class: kind, crawler };
}
