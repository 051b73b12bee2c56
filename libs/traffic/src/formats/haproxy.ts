import { type LogFormat } from '../log-format.js';
import { captureReader } from '../scan/haproxy-captures.js';
import { scanHaproxyClfLine } from '../scan/haproxy-clf-line.js';
import { HAPROXY_START, scanHaproxyLine } from '../scan/haproxy-line.js';

/**
 * HAProxy's `httplog`, `httpslog` and `httplog clf`, perhaps behind a syslog head. The log names no host and no user agent
 * unless headers are captured; the source says which. TCP connections and HAProxy's own messages are skipped.
 */
export const haproxy: LogFormat = {
  name: 'haproxy',
  recognises: (line) => isAccessLine(line) || isMessage(line),
  createReader: (source) => {
    const settings = {
      utcOffsetMinutes: source.utcOffsetMinutes ?? 0,
      defaultHost: source.defaultHost ?? '',
      readCaptures: captureReader(source),
    };
    return (line) => {
      const result = scanHaproxyLine(line, settings);
      if (result !== 'unknown_format') return result;
      return isMessage(line) ? 'skipped:message' : scanHaproxyClfLine(line, settings);
    };
  },
};

/** Times in milliseconds tell HAProxy's lines from those of all other servers. */
function isAccessLine(line: string): boolean {
  const bracket = line.indexOf(' [');
  if (bracket < 1 || line.charCodeAt(bracket + 4) !== 47) return false;
  if (line.charCodeAt(bracket + 22) !== 46) return false;
  return /:\d{1,5}$/.test(HAPROXY_START.exec(line)?.[1] ?? '');
}

const MESSAGE =
  /^(?:Connect from \S+ to |(?:Backup )?[Ss]erver \S+\/\S+ (?:is|was|\()|Health check for |(?:Proxy|Backend|Frontend) \S+ (?:started|stopped|has )|backend \S+ has no server|(?:Stopping|Pausing|Resuming|Enabling|Disabling) |\[(?:NOTICE|WARNING|ALERT)\] )/;
const OWN_TAG = /^[A-Z\d][^"[]{10,120} haproxy(?:\[\d{1,10}\])?: [^"]*$/;

/** What HAProxy says about connections, servers and itself. */
function isMessage(line: string): boolean {
  const first = line.charCodeAt(0);
  if ((first >= 48 && first <= 57 && line.charCodeAt(4) !== 45) || line.length < 12) return false;
  return MESSAGE.test(line) || (OWN_TAG.test(line) && !/ \[\d\d\//.test(line));
}
