import { uncountedFeatures } from '../clients/uncounted-features.js';
import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type VisitorIdentity } from '../visitor-identity.js';

const noProbes = uncountedFeatures.probes;

const oneRequest: VisitorFeatures = {
  ...uncountedFeatures,
  keyType: 'address',
  key: '192.0.2.7',
  address: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36',
  userAgents: 1,
  site: 'shop.example',
  sites: 1,
  addresses: 1,
  prefixes: 1,
  networks: 1,
  firstSeen: 1_800_000_000_000,
  lastSeen: 1_800_000_000_000,
  requests: 1,
  apiCalls: 0,
  clientErrors: 0,
  serverErrors: 0,
  distinctPaths: 1,
  distinctTemplates: 1,
  distinctQueries: 1,
  pathSurprise: 1,
  rarestPath: 1,
  bytesOut: 0,
  serviceTimeMs: 0,
  activeMinutes: 1,
  activeHours: 1,
  peakMinute: 1,
  peakTenMinutes: 1,
  peakHour: 1,
  loginAttempts: 0,
  loginFailures: 0,
  accounts: 0,
  payments: 0,
  accountReads: 0,
  accountPaths: 0,
  accountRefusals: 0,
  consents: 0,
  tokenRequests: 0,
  tokenFailures: 0,
  apiClient: '',
};

const browser: VisitorIdentity = {
  agentKind: 'browser',
  agentFamily: 'Chrome',
  attackTool: false,
  oddities: [],
  crawler: null,
  verification: 'none',
  impostor: false,
};

/** What a case says about a visitor; the rest is one unremarkable request with a browser's user agent. */
export interface VisitorSketch {
  readonly features?: Partial<Omit<VisitorFeatures, 'probes'>> & {
    readonly probes?: Partial<VisitorFeatures['probes']>;
  };
  readonly identity?: Partial<VisitorIdentity>;
}

export function visitorFrom({ features = {}, identity = {} }: VisitorSketch): Visitor {
  return {
    features: { ...oneRequest, ...features, probes: { ...noProbes, ...features.probes } },
    identity: { ...browser, ...identity },
  };
}
