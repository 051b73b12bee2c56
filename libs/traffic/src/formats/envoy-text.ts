import { type LogFormat } from '../log-format.js';
import { ENVOY_START, scanEnvoyLine } from '../scan/envoy-line.js';
import { closingQuote } from '../scan/quoted-text.js';

/**
 * Envoy's default text: `[start] "METHOD path PROTOCOL" code flags received sent ms upstream-ms
 * "X-Forwarded-For" "user agent" "request id" "authority" "upstream"`, and Istio's, which adds reasons behind
 * the flags and addresses at the end. Only Istio's names the address the connection came from.
 */
export const envoyText: LogFormat = {
  name: 'envoy_text',
  recognises: isEnvoyLine,
  createReader: () => scanEnvoyLine,
};

/** Flags behind the code tell Envoy from nginx layouts that begin with an ISO time: those have a size there. */
function isEnvoyLine(line: string): boolean {
  const first = line.charCodeAt(0);
  const start = first === 91 || first === 65 ? ENVOY_START.exec(line) : null;
  if (start === null) return false;
  const end = closingQuote(line, start[0].length);
  return end > 0 && /^" \d{1,3} (?:-|[A-Za-z][\w,]{0,120}) /.test(line.slice(end, end + 140));
}
