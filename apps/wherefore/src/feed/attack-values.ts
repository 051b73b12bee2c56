import { type Evasion, EVASIONS } from '#libs/simulator';
import { InvalidArgumentError } from 'commander';

/** OWASP automated threats end at OAT-021. */
const THREATS = Array.from(
  { length: 21 },
  (_, index) => `OAT-${String(index + 1).padStart(3, '0')}`,
);

/** Reads `OAT-008,OAT-021`, also without the letters and zeros (`8,21`), or `all`, for commander. */
export function threatList(text: string): string[] {
  if (text === 'all') return [...THREATS];
  return text.split(',').map((part) => {
    const number = /^(?:OAT-)?0{0,2}(\d{1,2})$/i.exec(part.trim())?.[1] ?? '';
    const threat = THREATS[Number(number) - 1];
    if (threat === undefined)
      throw new InvalidArgumentError('It has to be OAT-001 to OAT-021, with commas, or all.');
    return threat;
  });
}

/** Reads `naive,residential` or `all`, for commander. */
export function evasionList(text: string): Evasion[] {
  if (text === 'all') return [...EVASIONS];
  return text.split(',').map((part) => {
    const level = EVASIONS.find((one) => one === part.trim().replaceAll('-', '_'));
    if (level === undefined)
      throw new InvalidArgumentError(`It has to be of ${EVASIONS.join(', ')}, or all.`);
    return level;
  });
}
