import { type ChangeLimits } from '#libs/enforcement';
import { IsOptional } from 'class-validator';
import { NumberFrom, WholeNumber } from './field-rules.js';

/**
 * How much a list may change at once; see `ChangeLimits`. Assumption: what doubles, halves or is half replaced
 * between two cycles of some seconds is more often a mistake than a wave, and a wave can wait a cycle.
 */
export class LimitsDescription implements ChangeLimits {
  @IsOptional()
  @NumberFrom(1, 1_000)
  readonly growth: number = 2;

  @IsOptional()
  @NumberFrom(1, 1_000)
  readonly shrink: number = 2;

  @IsOptional()
  @NumberFrom(0, 1)
  readonly churn: number = 0.5;

  @IsOptional()
  @WholeNumber(0, 100_000)
  readonly small: number = 100;

  @IsOptional()
  @WholeNumber(0, 1_000)
  readonly confirmations: number = 1;
}
