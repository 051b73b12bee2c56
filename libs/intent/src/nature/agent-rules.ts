import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { namesAgents } from '../names-agents.js';
import { type VisitorKeyType } from '../visitor-features.js';

const agentIsSoftware: EvidenceRule = ({ identity, features }) =>
  identity.agentKind === 'library' || identity.agentKind === 'tool'
    ? weigh('AGENT_IS_SOFTWARE', {
        value: identity.agentFamily,
        text: `calls itself ${identity.agentFamily}, a program and not a browser (“${features.userAgent.slice(0, 80)}”)`,
      })
    : null;

const agentEmpty: EvidenceRule = ({ identity, features }, estate) =>
  identity.agentKind === 'empty' &&
  features.requests > features.speculativeSockets &&
  namesAgents(estate.profile(features.site))
    ? weigh('AGENT_EMPTY', { value: 0, text: 'sends no user agent, as every browser does' })
    : null;

const agentMalformed: EvidenceRule = ({ identity }) =>
  identity.oddities.length > 0
    ? weigh('AGENT_MALFORMED', {
        value: identity.oddities.join(', '),
        text: `its user agent is malformed in a way no browser is (${identity.oddities.join(', ')})`,
      })
    : null;

const browserOverHttp10: EvidenceRule = ({ identity, features }) =>
  identity.agentKind === 'browser' && features.http10 > 0 && features.http10 === features.requests
    ? weigh('BROWSER_OVER_HTTP10', {
        value: features.http10,
        text: 'claims a modern browser but speaks HTTP/1.0, which browsers gave up long ago',
      })
    : null;

const agentIsBrowser: EvidenceRule = ({ identity }) =>
  identity.agentKind === 'browser' && identity.oddities.length === 0
    ? weigh('AGENT_IS_BROWSER', {
        value: identity.agentFamily,
        text: `carries the user agent of a browser (${identity.agentFamily}), which proves little`,
      })
    : null;

const agentIsApp: EvidenceRule = ({ identity }) =>
  identity.agentKind === 'app'
    ? weigh('AGENT_IS_APP', {
        value: identity.agentFamily,
        text: `carries the user agent of a mobile app (${identity.agentFamily})`,
      })
    : null;

/** Every browser and every mobile platform says what it is; a name that says neither is that of a program of somebody's own. */
const agentIsUnknown: EvidenceRule = ({ identity, features }) =>
  identity.agentKind === 'unknown'
    ? weigh('AGENT_IS_UNKNOWN', {
        value: identity.agentFamily,
        text: `carries a user agent of no browser and no mobile platform (“${features.userAgent.slice(0, 80)}”)`,
      })
    : null;

/** Third parties call an interface from their own servers; the people they do it for are told apart behind the client. */
const callsAsApiClient: EvidenceRule = ({ features }) =>
  features.apiClient !== '' && ADDRESSES.has(features.keyType)
    ? weigh('CALLS_AS_API_CLIENT', {
        value: features.apiClient,
        text: `calls the interface as the API client ${features.apiClient}: a server, whoever it acts for`,
      })
    : null;

const ADDRESSES: ReadonlySet<VisitorKeyType> = new Set(['address', 'address_user_agent']);

const declaresItself: EvidenceRule = ({ identity }) =>
  identity.crawler === null
    ? null
    : weigh('DECLARES_ITSELF', {
        value: identity.crawler.name,
        text: `says itself that it is software: ${identity.crawler.name}`,
      });

/** What the user agent gives away about the visitor's nature. */
export const agentRules: readonly EvidenceRule[] = [
  agentIsSoftware,
  agentEmpty,
  agentMalformed,
  browserOverHttp10,
  agentIsBrowser,
  agentIsApp,
  agentIsUnknown,
  callsAsApiClient,
  declaresItself,
];
