import { rule } from './rule.js';

/**
 * A text variable. `matching` must fit, `allowed` says in words what that means
 * (`allowed: 'at least 16 characters'`).
 */
export function EnvText(options: { matching?: RegExp; allowed?: string } = {}): PropertyDecorator {
  const { matching = /^/, allowed = 'text' } = options;
  return rule(
    'envText',
    (value) => typeof value === 'string' && matching.test(value),
    `must be ${allowed}`,
  );
}
