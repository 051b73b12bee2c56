import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type ProbeKind } from '../visitor-features.js';
import { probesOf } from './probes-of.js';

/** Each probe kind with its evidence code and what it looks for, in words. */
const kinds: readonly (readonly [ProbeKind, EvidenceCode, string])[] = [
  ['sensitive_file', 'PROBE_SENSITIVE_FILE', 'files that hold secrets or backups'],
  ['admin_panel', 'PROBE_ADMIN_PANEL', 'administration panels and appliances'],
  ['exploit', 'PROBE_EXPLOIT', 'paths of known exploits'],
  ['injection', 'PROBE_INJECTION', 'queries that carry injected code'],
  ['traversal', 'PROBE_TRAVERSAL', 'paths that climb out of the web root'],
  ['webshell', 'PROBE_WEBSHELL', 'web shells that others may have left'],
  ['open_proxy', 'PROBE_OPEN_PROXY', 'a way to use this server as a proxy'],
  ['protocol', 'PROBE_PROTOCOL', 'other protocols on the web port'],
  ['enumeration', 'PROBE_ENUMERATION', 'users, versions and installed software'],
];

const probeRule =
  ([kind, code, looksFor]: (typeof kinds)[number]): EvidenceRule =>
  ({ features }) => {
    const count = features.probes[kind];
    if (count === 0) return null;
    return weigh(code, {
      value: count,
      baseline: 0,
      strength: Math.min(1.6, 1 + Math.log10(count) * 0.4),
      text: `probed for ${looksFor} (${count} distinct ${count === 1 ? 'request' : 'requests'})`,
    });
  };

/** Fewer missing pages may be old bookmarks, or an app older than its interface. Assumption. */
const GUESSES = 20;

const nothingButProbes: EvidenceRule = ({ features }) => {
  const guesses = features.unreferredNotFound > GUESSES ? features.unreferredNotFound : 0;
  const probes = probesOf(features) + Math.max(features.deadScripts, guesses);
  return probes > 0 && features.assets === 0 && features.referredPages === 0
    ? weigh('NOTHING_BUT_PROBES', {
        value: features.requests,
        strength: probes * 3 >= features.distinctPaths ? 1 : 0.5,
        text: 'came by no link and loaded nothing a page would show',
      })
    : null;
};

const asksDeadScripts: EvidenceRule = ({ features }) =>
  features.deadScripts > 0
    ? weigh('ASKS_DEAD_SCRIPTS', {
        value: features.deadScripts,
        baseline: 0,
        strength: Math.min(1.8, 1 + Math.log10(features.deadScripts)),
        text: `asked for ${features.deadScripts === 1 ? 'a script that does' : `${features.deadScripts} scripts that do`} not exist and that no page links to`,
      })
    : null;

const probesWithoutBrowser: EvidenceRule = ({ features, identity }) => {
  const disguised = identity.agentKind === 'browser' && identity.oddities.length === 0;
  return probesOf(features) + features.deadScripts > 0 && !disguised && identity.crawler === null
    ? weigh('PROBES_WITHOUT_BROWSER', {
        value: identity.agentFamily || identity.agentKind,
        text: 'does so without a browser’s user agent',
      })
    : null;
};

/** What probing requests say of a visitor. */
export const probeRules: readonly EvidenceRule[] = [
  ...kinds.map(probeRule),
  asksDeadScripts,
  nothingButProbes,
  probesWithoutBrowser,
];
