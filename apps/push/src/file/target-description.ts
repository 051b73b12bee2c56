import { rule } from '#libs/platform';
import { type Action } from '#libs/intent';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Choice, Duration, Text, Texts, WholeNumber } from './field-rules.js';
import { LimitsDescription } from './limits-description.js';

/** What every target has in the file, whatever its kind. */
export class TargetDescription {
  @Text(/^[\w.-]{1,100}$/, 'must be a name: letters, digits, `_`, `-` and `.`, at most 100')
  readonly name!: string;

  @Text(/^\w+$/, 'must be a kind of target')
  readonly kind!: string;

  /** Verdicts with these actions are pushed. */
  @IsOptional()
  @Texts(/^(throttle|challenge|block)$/, 'throttle, challenge and block')
  readonly actions: readonly Action[] = ['block'];

  /** The hosts behind this target, all of them; without it only verdicts on every host are pushed. */
  @IsOptional()
  @Texts(/^[\w.:-]{1,253}$/, 'hosts', 0)
  readonly sites: readonly string[] = [];

  @IsOptional()
  @Duration()
  readonly every?: string;

  /** Fewer entries than the target can hold. */
  @IsOptional()
  @WholeNumber(1, 1_000_000)
  readonly max_entries?: number;

  /** What becomes of an IPv6 address where the target takes nothing longer than a /64. */
  @IsOptional()
  @Choice(['never', 'when_alone', 'always'])
  readonly widen_ipv6: 'never' | 'when_alone' | 'always' = 'never';

  @IsOptional()
  @rule(
    'limits',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must hold growth, shrink, churn, small or confirmations',
  )
  @ValidateNested()
  @Type(() => LimitsDescription)
  readonly limits: LimitsDescription = new LimitsDescription();
}
