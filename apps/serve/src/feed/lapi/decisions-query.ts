import { QueryBlock, QueryBoolean, QueryText } from '../query-rules.js';
import { StreamQuery } from './stream-query.js';

/** Parameters of `GET /v1/decisions`. */
export class DecisionsQuery extends StreamQuery {
  @QueryBlock()
  readonly ip?: string;

  @QueryBlock()
  readonly range?: string;

  @QueryText()
  readonly scope?: string;

  @QueryText()
  readonly value?: string;

  @QueryText()
  readonly type?: string;

  @QueryBoolean()
  readonly contains?: boolean;
}
