import { QueryBlock, QueryBoolean, QueryText } from '../query-rules.js';
import { StreamQuery } from './stream-query.js';

/** Parameters of `GET /v1/decisions`. */
export class DecisionsQuery extends StreamQuery {
  @QueryBlock('decisions about this address')
  readonly ip?: string;

  @QueryBlock('decisions about this block')
  readonly range?: string;

  @QueryText('only this scope, Ip or Range')
  readonly scope?: string;

  @QueryText('only this value, as the decision has it')
  readonly value?: string;

  @QueryText('only this type: ban, captcha or throttle')
  readonly type?: string;

  @QueryBoolean('whether blocks around the address count, or those within the block')
  readonly contains?: boolean;
}
