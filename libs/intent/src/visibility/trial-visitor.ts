import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type VisitorIdentity } from '../visitor-identity.js';
import { featureFields } from './feature-fields.js';

/** Behavioural groups that some trial visitors are in. */
export const LOGIN_CROWD = 'login crowd';
export const READER_CROWD = 'reader crowd';
/** One trial visitor in three may be in a crowd that does something bare: a browser by its name, which loads nothing. */
const BARE = { keyType: 'address', userAgent: 'Mozilla/5.0', assets: 0 };

const AMOUNTS = [0, 0, 0, 1, 3, 12, 60, 400, 5_000];
const MEASURES = [null, 0.05, 0.3, 0.95, 2, 90, 60_000];
const NULLABLE = new Set(
  'gapVariation medianGapMs evenGaps countingUp transitionSurprise loginToPaymentMs checkoutMs longestPauseMs medianPauseMs'.split(
    ' ',
  ),
);
const TEXTS = new Set('keyType key address userAgent site'.split(' '));
const PROBES = [
  'sensitive_file',
  'admin_panel',
  'exploit',
  'injection',
  'traversal',
  'webshell',
  'open_proxy',
  'protocol',
  'enumeration',
] as const;
const AGENTS = ['browser', 'library', 'tool', 'app', 'unknown'] as const;

/**
 * A visitor of arbitrary conduct, the same for the same number. Between some hundreds of them every rule meets conduct
 * that it speaks about; no one of them is a likely person.
 */
export function trialVisitor(trial: number): Visitor {
  const features = Object.fromEntries(
    Object.keys(featureFields).map((name) => [name, conduct(name, trial)]),
  );
  return {
    features: { ...features, ...(trial % 3 === 2 && BARE) } as unknown as VisitorFeatures,
    identity: identity(trial),
  };
}

function conduct(name: string, trial: number): unknown {
  if (name === 'probes') return probes(trial);
  if (name === 'apiClient') return trial % 3 === 0 ? 'client' : '';
  if (name === 'loginCell') return trial % 3 === 0 ? LOGIN_CROWD : '';
  if (name === 'readerCell') return trial % 3 === 1 ? READER_CROWD : '';
  if (TEXTS.has(name)) return 'x';
  const choices = NULLABLE.has(name) ? MEASURES : AMOUNTS;
  return choices[scramble(name, trial) % choices.length];
}

function probes(trial: number): Record<string, number | undefined> {
  return Object.fromEntries(
    PROBES.map((kind) => [kind, AMOUNTS[scramble(kind, trial) % AMOUNTS.length]]),
  );
}

function identity(trial: number): VisitorIdentity {
  return {
    agentKind: AGENTS[trial % AGENTS.length] ?? 'browser',
    agentFamily: 'Trial',
    attackTool: trial % 7 === 0,
    oddities: trial % 5 === 0 ? ['unfilled_template'] : [],
    crawler: null,
    verification: 'none',
    impostor: false,
  };
}

/** FNV-1a over name and trial: scatters, the same every time. */
function scramble(name: string, trial: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(trial + 1, 0x9e3779b1);
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
