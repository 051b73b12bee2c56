import { type VerdictMessage } from '#libs/enforcement';
import { className } from '../summary/class-names.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';

type Shown = Pick<
  VerdictMessage,
  'subject' | 'action' | 'intent' | 'risk_score' | 'issued_at' | 'expires_at' | 'reasons'
>;

/** One message of the verdict topic in one line; a null value lifts the verdict of its key. */
export function verdictText(key: string, value: string | null, colours: Colours): string {
  if (value === null) return `${colours.green('lifted')}  ${printable(key, 120)}`;
  const message = parsed(value);
  if (message === undefined) return `${colours.yellow('unreadable')}  ${printable(key, 120)}`;
  return messageText(message, colours);
}

function messageText(message: Shown, { red, yellow, dim }: Colours): string {
  const action = message.action === 'block' ? red(message.action) : yellow(message.action);
  const intent = message.intent.oat.map(className).join(', ') || message.intent.stance;
  const until = message.expires_at === null ? '' : ` until ${message.expires_at.slice(0, 16)}`;
  const reason = message.reasons[0]?.text ?? '';
  return [
    dim(message.issued_at.slice(0, 19)),
    action,
    printable(message.subject.value, 80),
    printable(intent, 60),
    `risk ${message.risk_score}${until}`,
    dim(printable(reason, 160)),
  ].join('  ');
}

function parsed(value: string): Shown | undefined {
  try {
    const message = JSON.parse(value) as Partial<VerdictMessage> | null;
    const whole = message?.subject && message.intent && message.reasons && message.issued_at;
    return whole === undefined || whole === '' ? undefined : (message as Shown);
  } catch {
    return undefined;
  }
}
