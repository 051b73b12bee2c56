import { type Recount, type LiftedMessage, type VerdictMessage } from '#libs/enforcement';
import { className } from '../summary/class-names.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';

/** Who a verdict is about, what was decided, since when, until when and why, in a few sentences. */
export function inWords({ message, change }: Recount): readonly string[] {
  return 'lifted' in message ? lifted(message) : inForce(message, change);
}

function inForce(message: VerdictMessage, change: string): readonly string[] {
  const { subject, actor, evidence } = message;
  const until = message.expires_at === null ? '' : `, until ${utc(message.expires_at)}`;
  return [
    `${subject.type.replaceAll('_', ' ')} ${printable(subject.value, 160)}`,
    `${message.action} on every site since ${utc(message.issued_at)}${until}; ${change}, revision ${message.revision}`,
    '',
    `It is ${NATURES[actor.class] ?? actor.class}, ${purpose(message)}: risk ${message.risk_score} of 100, ${percent(message.intent.confidence)} sure.`,
    `It sent ${count(evidence.requests)} requests from ${utc(evidence.first_seen)} to ${utc(evidence.last_seen)}.`,
    ...(message.campaign === null
      ? []
      : [`It takes part in the campaign ${printable(message.campaign, 160)}.`]),
    scope(message),
  ];
}

const NATURES: Readonly<Record<string, string>> = {
  human: 'a person',
  verified_bot: 'a verified bot',
  declared_bot: 'a declared bot',
  undeclared_bot: 'an undeclared bot',
  impostor: 'an impostor',
  unknown: 'of unknown nature',
};

function purpose({ intent }: VerdictMessage): string {
  const classes = intent.oat.map(className).join(', ');
  return classes === '' ? intent.stance : `there for ${classes}`;
}

function scope({ subject, match }: VerdictMessage): string {
  if (subject.enforce_as.length > 0)
    return `A WAF that knows only addresses may load ${subject.enforce_as.join(', ')}.`;
  return match === null
    ? 'A WAF that knows only addresses must load nothing for it: others are behind the same addresses.'
    : 'Only with exactly this user agent: a WAF that knows only addresses must load nothing for it.';
}

function lifted(message: LiftedMessage): readonly string[] {
  const { subject, cause } = message;
  return [
    `${subject.type.replaceAll('_', ' ')} ${printable(subject.value, 160)}`,
    `lifted ${utc(message.issued_at)}: ${CAUSES[cause]}; revision ${message.revision}`,
    ...(message.risk_score === undefined ? [] : ['', `Its risk was ${message.risk_score} of 100.`]),
  ];
}

const CAUSES: Readonly<Record<LiftedMessage['cause'], string>> = {
  expired: 'its time was over, and nothing new spoke for it',
  risk_fell: 'its risk fell',
  people_share_it: 'people turned out to share it',
  verified: 'its operator was verified',
  allowed: 'policy allows the visitor',
  superseded: 'a verdict on a wider key took its place',
  appeal: 'it was a mistake, a person said',
  override: 'a person decided so',
  stopped: 'publication was stopped, and every verdict taken back',
  policy: 'policy does nothing about such visitors any more',
};

/** `2025-03-03 01:00 UTC` of an RFC 3339 instant. */
const utc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
