import { rule } from './rule.js';

/** A variable that is one of a few words. */
export function EnvChoice(choices: readonly string[]): PropertyDecorator {
  return rule(
    'envChoice',
    (value) => typeof value === 'string' && choices.includes(value),
    `must be one of ${choices.join(', ')}`,
  );
}
