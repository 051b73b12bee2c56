import { TargetError, type TargetErrorCode } from '../targets/target-error.js';

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What the caller sends to, for messages: `Cloudflare`. */
  readonly service: string;
}

/** Whole lists of tens of thousands of entries take their time. */
const TIMEOUT_MS = 60_000;

/** CrowdSec's LAPI lets nobody in whose name is not followed by a slash and something. */
const USER_AGENT = 'wherefore/push';

/** The answer of a JSON API. @throws TargetError for any answer but 2xx, for none, and for one that is no JSON */
export async function callApi(call: ApiCall): Promise<unknown> {
  refuseUnsendable(call);
  const response = await answerOf(call);
  const text = await textOf(call, response);
  if (!response.ok) throw refusal(call, response, text);
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TargetError(
      'BAD_ANSWER',
      `${call.service} answered ${response.status} without JSON.`,
    );
  }
}

/** A secret with a line break in it: `fetch` would say so by quoting it. @throws TargetError NO_SECRET */
function refuseUnsendable({ service, headers = {} }: ApiCall): void {
  const unsendable = Object.entries(headers).find(([, value]) => /[^\t\x20-\x7e]/.test(value));
  if (unsendable === undefined) return;
  const [name] = unsendable;
  throw new TargetError(
    'NO_SECRET',
    `The ${name} header for ${service} would hold characters that no header may: look for a line break or a typographic sign inside the secret.`,
  );
}

/** The body; that of a refusal may be lost on the way, that of an answer may not: part of a list, or none, is no list. */
async function textOf({ service }: ApiCall, response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    if (!response.ok) return '';
    throw new TargetError('UNREACHABLE', `${service} broke off its answer: it is asked again.`);
  }
}

async function answerOf({ method, url, headers, body, service }: ApiCall): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        'user-agent': USER_AGENT,
        ...headers,
        ...typed(body),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const { cause, message } = error as Error;
    const why = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw new TargetError(
      'UNREACHABLE',
      `${service} cannot be reached (${why}): check the address, the network and the certificate.`,
    );
  }
}

const typed = (body: unknown): Record<string, string> =>
  body === undefined ? {} : { 'content-type': 'application/json' };

const CODES: Readonly<Record<number, TargetErrorCode>> = {
  401: 'DENIED',
  403: 'DENIED',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  412: 'CONFLICT',
  429: 'RATE_LIMITED',
  503: 'BUSY',
};

const ADVICE: Readonly<Partial<Record<TargetErrorCode, string>>> = {
  DENIED: 'check the credentials and what they may do',
  NOT_FOUND: 'check the ids in the file',
  CONFLICT: 'somebody else changed it at the same time; it is read again',
  RATE_LIMITED: 'it is left alone for a while',
  BUSY: 'it is left alone for a while',
};

function refusal({ service, method }: ApiCall, response: Response, text: string): TargetError {
  const { status, headers } = response;
  const code = CODES[status] ?? (status >= 500 ? 'BUSY' : 'REFUSED');
  const advice = ADVICE[code] ?? 'see what it says and the limits of the service';
  const said = text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200);
  return new TargetError(
    code,
    `${service} answered ${status} to a ${method}: ${advice}. It said: ${said}`,
    retryAfterMs(headers.get('retry-after')),
  );
}

/** Retry-After in seconds, or as a date (RFC 9110, 10.2.3). */
function retryAfterMs(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
