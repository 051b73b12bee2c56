import { IsOptional } from 'class-validator';
import { ListOf } from './list-rules.js';

/** The headers that HAProxy captures, in the order of its configuration. */
export class CapturedHeadersDescription {
  @IsOptional()
  @ListOf('headers')
  readonly request?: string | string[];

  @IsOptional()
  @ListOf('headers')
  readonly response?: string | string[];
}
