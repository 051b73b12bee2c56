import { ValidateBy } from 'class-validator';

/**
 * A validation rule whose message states what is allowed, after the variable's name:
 * `rule('isPort', isPort, 'must be an integer from 0 to 65535')`.
 */
export function rule(
  name: string,
  holds: (value: unknown) => boolean,
  allowed: string,
): PropertyDecorator {
  return ValidateBy({
    name,
    validator: { validate: (value: unknown) => holds(value), defaultMessage: () => allowed },
  });
}
