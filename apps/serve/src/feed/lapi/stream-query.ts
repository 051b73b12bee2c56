import { QueryBoolean, QueryWords } from '../query-rules.js';

/** Parameters of `GET /v1/decisions/stream`. */
export class StreamQuery {
  @QueryBoolean('everything in force instead of what changed')
  readonly startup?: boolean;

  @QueryBoolean('verdicts for trial, too')
  readonly simulated?: boolean;

  @QueryWords('only these scopes, Ip or Range')
  readonly scopes?: readonly string[];

  @QueryWords('only these origins; ours is wherefore')
  readonly origins?: readonly string[];

  @QueryWords('only scenarios with one of these in the name')
  readonly scenarios_containing?: readonly string[];

  @QueryWords('no scenarios with one of these in the name')
  readonly scenarios_not_containing?: readonly string[];
}
