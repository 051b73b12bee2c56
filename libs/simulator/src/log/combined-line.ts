import { type SimulatedRequest } from '../world/simulated-request.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function timestamp(time: number): string {
  const date = new Date(time);
  const day = `${twoDigits(date.getUTCDate())}/${MONTHS[date.getUTCMonth()] ?? ''}/${date.getUTCFullYear()}`;
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  return `${day}:${clock.join(':')} +0000`;
}

/** As nginx writes a variable: quotes, backslashes and what is not printable ASCII as \xHH. */
function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what has to be found
  return text.replace(/["\\\u0000-\u001f\u007f-\u{10ffff}]/gu, (character) => {
    const bytes = encodeURIComponent(character).match(/%[\dA-F]{2}/g);
    const codes = bytes ?? [`%${character.charCodeAt(0).toString(16).padStart(2, '0')}`];
    return codes.map((code) => `\\x${code.slice(1).toUpperCase()}`).join('');
  });
}

/** One line in the vhost_combined layout: combined with `host:port` in front, so that the host is known. No line end. */
export function combinedLine(request: SimulatedRequest): string {
  const { host, clientAddress, method, target, protocol, status, bodyBytes } = request;
  const line = method === '' ? '-' : escaped(`${method} ${target} ${protocol}`);
  const referer = escaped(request.referer) || '-';
  const userAgent = escaped(request.userAgent) || '-';
  return `${host}:443 ${clientAddress} - - [${timestamp(request.time)}] "${line}" ${status} ${bodyBytes} "${referer}" "${userAgent}"`;
}
