import { isoTimeLength } from './iso-time.js';
import { structuredDataEnd } from './structured-data.js';

/**
 * The message behind the head that syslog put before it, or null where there is none: RFC 5424, RFC 3164
 * and what senders make of it (no host, no tag, RFC 3339 times), each with or without its priority.
 */
export function afterSyslogHead(line: string): string | null {
  const priority = PRIORITY.exec(line)?.[0] ?? '';
  const rest = line.slice(priority.length);
  const message = after5424(rest) ?? after3164(rest, priority !== '');
  if (message !== null) return message;
  return priority === '' ? null : rest;
}

const PRIORITY = /^<\d{1,3}>/;

/** `1 TIME HOST APP PROCID MSGID STRUCTURED-DATA MESSAGE`. */
const HEAD_5424 =
  /^1 (?:-|\d{4}-\d\d-\d\dT\S{1,40}) \S{1,255} \S{1,255} \S{1,128} \S{1,128} (?=[-[])/;

function after5424(text: string): string | null {
  if (!text.startsWith('1 ')) return null;
  const head = HEAD_5424.exec(text)?.[0];
  if (head === undefined) return null;
  const end = structuredDataEnd(text, head.length);
  if (end < 0) return null;
  const message = text.slice(end + 1);
  return message.startsWith('\ufeff') ? message.slice(1) : message;
}

const TIME_3164 =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?(?: \d{4}(?= ))? /;

function after3164(text: string, hasPriority: boolean): string | null {
  const iso = isoTimeLength(text);
  const classic = iso === 0 ? (TIME_3164.exec(text)?.[0].length ?? 0) : 0;
  const time = iso + classic;
  if (time === 0) return null;
  return afterHost(text.slice(time).trimStart(), hasPriority || classic > 0);
}

/** `nginx:`, `haproxy[123]:`, `info tmm[1]:` (F5), and the mark of structured messages. */
const TAG =
  /^(?:(?:debug|info|notice|warning|err|crit|alert|emerg) )?[A-Za-z_][\w./-]{0,63}(?:\[[^\]\s]{0,64}\])?:(?: |$)(?:@cee: ?)?/;

/**
 * @param isSyslog whether the time in front can only be syslog's; else only a tag, or JSON behind the
 *   host, tells the head from a line that begins with a time itself (classic ELB)
 */
function afterHost(text: string, isSyslog: boolean): string | null {
  const rest = text.slice(HOST.exec(text)?.[0].length ?? 0);
  const message = afterTag(text) ?? afterTag(rest);
  if (message !== null || !isSyslog) return message;
  // `ADDRESS - - […]`: what looks like the host is the client.
  return rest.startsWith('- ') ? text : rest;
}

/** What follows a tag, or an object that stands by itself; null where there is neither. */
function afterTag(text: string): string | null {
  if (text.startsWith('{')) return text;
  const tag = TAG.exec(text)?.[0];
  return tag === undefined ? null : text.slice(tag.length);
}

const HOST = /^\S{1,255} +/;
