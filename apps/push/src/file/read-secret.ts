import { readFileSync } from 'node:fs';
import { TargetError } from '../targets/target-error.js';
import { type SecretReference } from './secret-reference.js';

/** The secret, read anew each time, so that a rotated one counts. @throws TargetError NO_SECRET */
export function readSecret(
  { env, file }: SecretReference,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const secret = file === undefined ? (environment[env ?? ''] ?? '') : textOf(file);
  if (secret.trim() !== '') return secret.trim();
  const place = file === undefined ? `The variable ${env ?? ''}` : `The file ${file}`;
  throw new TargetError(
    'NO_SECRET',
    `${place} holds no secret: set it and see that it can be read.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
