import { rule } from '#libs/platform';
import { IsOptional } from 'class-validator';

/** Where a secret is kept. Exactly one of the two. */
export class SecretReference {
  /** An environment variable of this process. */
  @IsOptional()
  @rule(
    'env',
    (value) => typeof value === 'string' && /^[A-Za-z_]\w{0,99}$/.test(value),
    'must be the name of an environment variable',
  )
  readonly env?: string;

  /** A file whose text it is; blanks around it do not count. */
  @IsOptional()
  @rule('file', (value) => typeof value === 'string' && value !== '', 'must be the path of a file')
  readonly file?: string;
}
