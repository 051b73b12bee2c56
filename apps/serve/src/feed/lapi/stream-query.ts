import { QueryBoolean, QueryWords } from '../query-rules.js';

/** Parameters of `GET /v1/decisions/stream`. */
export class StreamQuery {
  @QueryBoolean()
  readonly startup?: boolean;

  @QueryBoolean()
  readonly simulated?: boolean;

  @QueryWords()
  readonly scopes?: readonly string[];

  @QueryWords()
  readonly origins?: readonly string[];

  @QueryWords()
  readonly scenarios_containing?: readonly string[];

  @QueryWords()
  readonly scenarios_not_containing?: readonly string[];
}
