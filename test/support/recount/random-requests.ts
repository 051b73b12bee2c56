import fc from 'fast-check';

/** One request as its visitor made it, before anything is logged. */
export interface RandomRequest {
  readonly time: number;
  readonly address: string;
  readonly userAgent: string;
  readonly host: string;
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly bytes: number;
  /** Multiples of 0.25 s, so that their sum is exact in whatever order it is taken. */
  readonly seconds: number;
  readonly referer: string;
  readonly protocol: string;
  readonly account: string;
  readonly apiClient: string;
  /** A clock that is three days ahead, or a line that is none. */
  readonly fault: 'none' | 'wrong clock' | 'no line';
}

/** First event of a stream; the streams last a day. */
export const STREAM_START = Date.UTC(2026, 2, 14, 9);
const DAY_MS = 86_400_000;

const TARGETS = [
  '/',
  '/product/1',
  '/product/2?color=blue',
  '/products?page=2',
  '/search?q=oak',
  '/login',
  '/account/login',
  '/register',
  '/cart',
  '/checkout',
  '/static/app.js',
  '/images/a.png',
  '/robots.txt',
  '/feed.xml',
  '/health',
  '/api/v1/items/7',
  '/api/v1/status',
  '/api/v1/items/8',
  '/api/v1/items/9',
  '/graphql',
  '/otp',
  '/otp/send',
  '/otp/verify',
  '/open-banking/v3.1/aisp/accounts',
  '/open-banking/v3.1/pisp/domestic-payments',
  '/oauth/token',
  '/.env',
  '/wp-login.php',
  '/xmlrpc.php',
  '/old.php',
  '/phpmyadmin/index.php',
  '/shell.php',
  '/?author=1',
  '/_ignition/execute-solution',
  'http://other.example/',
  '/wp-content/plugins/x/readme.txt',
  '/a?file=../../etc/passwd',
  "/a?id=1'%20OR%201=1--",
];
const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0',
  'Mozilla/5.0 (compatible; ExampleBot/1.0; +https://bot.example)',
  'curl/8.5.0',
  '',
];
const ADDRESSES = ['192.0.2.1', '192.0.2.2', '198.51.100.7', '203.0.113.250', '2001:db8::7'];

/** A stream of requests of few visitors on few sites, so that everything meets. */
export const randomRequests = (most: number): fc.Arbitrary<RandomRequest[]> =>
  fc.array(aRequest, { minLength: 1, maxLength: most, size: 'max' });

const aRequest: fc.Arbitrary<RandomRequest> = fc.record({
  // Few distinct times, so that some requests share a millisecond, a minute, an hour.
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 240 }))
    .map(([hour, quarter]) => STREAM_START + hour * 3_600_000 + quarter * 15_250),
  address: fc.constantFrom(...ADDRESSES),
  userAgent: fc.constantFrom(...AGENTS),
  host: fc.constantFrom('www.shop.example', 'news.example'),
  method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'HEAD', 'PUT', ''),
  target: fc.constantFrom(...TARGETS),
  status: fc.constantFrom(200, 200, 200, 201, 302, 304, 401, 403, 404, 405, 408, 429, 500, 503),
  bytes: fc.integer({ min: 0, max: 100_000 }),
  seconds: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
  referer: fc.constantFrom('', '', 'https://www.shop.example/'),
  protocol: fc.constantFrom('HTTP/1.0', 'HTTP/1.1', 'HTTP/2.0'),
  account: fc.constantFrom('', 'anna', 'bert', 'cleo'),
  apiClient: fc.constantFrom('', '', 'tpp-1', 'tpp-2'),
  fault: fc.oneof(
    { arbitrary: fc.constant('none' as const), weight: 30 },
    { arbitrary: fc.constant('wrong clock' as const), weight: 1 },
    { arbitrary: fc.constant('no line' as const), weight: 1 },
  ),
});

/** The request as a line of an nginx JSON log. */
export function loggedLine(request: RandomRequest): string {
  if (request.fault === 'no line') return `worker process ${request.bytes} exited on signal 9`;
  const clockError = request.fault === 'wrong clock' ? 3 * DAY_MS : 0;
  return JSON.stringify({
    msec: (request.time + clockError) / 1_000,
    remote_addr: request.address,
    host: request.host,
    request_method: request.method,
    request_uri: request.target,
    server_protocol: request.protocol,
    status: request.status,
    body_bytes_sent: request.bytes,
    request_time: request.seconds,
    http_referer: request.referer,
    // A connection that nobody used has no headers.
    http_user_agent: request.method === '' ? '' : request.userAgent,
    account: request.account,
    tpp_client_id: request.apiClient,
  });
}
