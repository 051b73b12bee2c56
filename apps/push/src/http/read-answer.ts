import { TargetError } from '../targets/target-error.js';

/** One field of an answer, told what it has to be. @throws TargetError BAD_ANSWER where it is not */
export function fieldOf(answer: unknown, name: string): unknown {
  if (typeof answer === 'object' && answer !== null && Object.hasOwn(answer, name))
    return (answer as Record<string, unknown>)[name];
  throw new TargetError('BAD_ANSWER', `The answer has no ${name}: is this the right address?`);
}

/** Text; numbers count as text. */
export function textOf(answer: unknown, name: string): string {
  const value = fieldOf(answer, name);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TargetError('BAD_ANSWER', `The answer's ${name} is no text.`);
}

export function numberOf(answer: unknown, name: string): number {
  const value = Number(textOf(answer, name));
  if (Number.isFinite(value)) return value;
  throw new TargetError('BAD_ANSWER', `The answer's ${name} is no number.`);
}

/** A list; null and a field that is left out are an empty one. */
export function listOf(answer: unknown, name: string): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null)
    throw new TargetError('BAD_ANSWER', 'The answer is no object: is this the right address?');
  const value = (answer as Record<string, unknown>)[name];
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new TargetError('BAD_ANSWER', `The answer's ${name} is no list.`);
}

/** Text that may be missing. */
export function optionalText(answer: unknown, name: string): string {
  const value =
    typeof answer === 'object' && answer !== null
      ? (answer as Record<string, unknown>)[name]
      : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
