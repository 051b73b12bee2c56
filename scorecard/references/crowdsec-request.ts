import { type LoggedRequest } from '../log/logged-request.js';

/** A request as CrowdSec's `http-logs` parser cuts it up. */
export interface CrowdsecRequest extends LoggedRequest {
  /** Path and query, `evt.Meta.http_path`. */
  readonly whole: string;
  /** Without the query, `evt.Parsed.request`. */
  readonly path: string;
  /** The query, `evt.Parsed.http_args`; ''. */
  readonly query: string;
  /** The last segment, `evt.Parsed.file_name`. */
  readonly file: string;
  readonly isStatic: boolean;
}

/** As of the parser's published list. */
const STATIC = /\.(?:jpe?g|png|gif|svg|ico|webp|avif|css|js|mjs|map|woff2?|ttf|otf|eot)$/i;

export function crowdsecRequest(request: LoggedRequest): CrowdsecRequest {
  const { target } = request;
  const mark = target.lastIndexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    ...request,
    whole: target,
    path,
    query: mark < 0 ? '' : target.slice(mark + 1),
    file: path.slice(path.lastIndexOf('/') + 1),
    isStatic: STATIC.test(path),
  };
}
