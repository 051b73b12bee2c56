import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type VisitorIdentity } from '../visitor-identity.js';

const noProbes: VisitorFeatures['probes'] = {
  sensitive_file: 0,
  admin_panel: 0,
  exploit: 0,
  injection: 0,
  traversal: 0,
  webshell: 0,
  open_proxy: 0,
  protocol: 0,
  enumeration: 0,
};

const oneRequest: VisitorFeatures = {
  keyType: 'address',
  address: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36',
  userAgents: 1,
  site: 'shop.example',
  sites: 1,
  firstSeen: 1_800_000_000_000,
  lastSeen: 1_800_000_000_000,
  requests: 1,
  pages: 0,
  distinctPages: 0,
  assets: 0,
  apiCalls: 0,
  feeds: 0,
  healthChecks: 0,
  robotsTxt: 0,
  posts: 0,
  heads: 0,
  otherMethods: 0,
  referredPages: 0,
  referredAssets: 0,
  notModified: 0,
  speculativeSockets: 0,
  http10: 0,
  clientErrors: 0,
  serverErrors: 0,
  unreferredNotFound: 0,
  deadScripts: 0,
  apiDeadEnds: 0,
  distinctPaths: 1,
  distinctTemplates: 1,
  items: 0,
  searches: 0,
  bytesOut: 0,
  serviceTimeMs: 0,
  activeMinutes: 1,
  activeHours: 1,
  peakMinute: 1,
  gapVariation: null,
  medianGapMs: null,
  probes: noProbes,
  loginAttempts: 0,
  loginFailures: 0,
  loginSuccesses: 0,
  loginPageViews: 0,
  accounts: 0,
  loginCell: '',
  readerCell: '',
  registrations: 0,
  payments: 0,
  paymentFailures: 0,
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
