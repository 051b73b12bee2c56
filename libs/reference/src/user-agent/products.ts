import { type FoundToken, TokenList } from './token-list.js';
import { type UserAgentKind } from './user-agent-identity.js';

/** One product named in a user agent. */
export interface Product {
  readonly family: string;
  readonly kind: UserAgentKind;
  readonly majorVersion: number | null;
}

type Named = readonly [token: string, family: string, kind?: UserAgentKind];

/** Programs that are no browsers, by a token found anywhere, any case; the first match names it. */
const SOFTWARE: readonly Named[] = [
  ['headlesschrome', 'HeadlessChrome', 'tool'],
  ['phantomjs', 'PhantomJS', 'tool'],
  ['playwright', 'Playwright', 'tool'],
  ['puppeteer', 'Puppeteer', 'tool'],
  ['selenium', 'Selenium', 'tool'],
  ['slimerjs', 'SlimerJS', 'tool'],
  ['chrome-lighthouse', 'Lighthouse', 'tool'],
  ['electron/', 'Electron', 'browser'],
  ['python-requests', 'python-requests'],
  ['python-urllib', 'Python-urllib'],
  ['python-httpx', 'httpx'],
  ['aiohttp', 'aiohttp'],
  ['python/', 'Python'],
  ['scrapy', 'Scrapy', 'tool'],
  ['go-http-client', 'Go-http-client'],
  ['go 1.1 package http', 'Go-http-client'],
  ['fasthttp', 'fasthttp'],
  ['colly', 'colly', 'tool'],
  ['libwww-perl', 'libwww-perl'],
  ['lwp-', 'libwww-perl'],
  ['mechanize', 'Mechanize', 'tool'],
  ['apache-httpclient', 'Apache-HttpClient'],
  ['apache-httpasyncclient', 'Apache-HttpClient'],
  ['jakarta commons-httpclient', 'Apache-HttpClient'],
  ['httpurlconnection', 'HttpUrlConnection'],
  ['jersey/', 'Jersey'],
  ['java/', 'Java'],
  ['java-http-client', 'Java'],
  ['axios/', 'axios'],
  ['node-fetch', 'node-fetch'],
  ['undici', 'undici'],
  ['got (', 'got'],
  ['guzzlehttp', 'Guzzle'],
  ['php-curl-class', 'PHP-Curl-Class'],
  ['php/', 'PHP'],
  ['wordpress/', 'WordPress'],
  ['ruby', 'Ruby'],
  ['faraday v', 'Faraday'],
  ['winhttp', 'WinHTTP'],
  ['restsharp', 'RestSharp'],
  ['libcurl', 'libcurl'],
  ['pycurl', 'PycURL'],
  ['curl/', 'curl', 'tool'],
  ['wget', 'Wget', 'tool'],
  ['httpie/', 'HTTPie', 'tool'],
  ['postmanruntime', 'Postman', 'tool'],
  ['insomnia/', 'Insomnia', 'tool'],
  ['httrack', 'HTTrack', 'tool'],
  ['powershell', 'PowerShell', 'tool'],
  ['apachebench', 'ApacheBench', 'tool'],
  ['jmeter', 'JMeter', 'tool'],
  ['k6/', 'k6', 'tool'],
  ['siege/', 'Siege', 'tool'],
  ['libredtail', 'libredtail-http', 'tool'],
  ['internal dummy connection', 'Apache internal dummy connection', 'tool'],
  ['axel ', 'Axel', 'tool'],
  ['aria2', 'aria2', 'tool'],
];

/** Browsers by their version token; the more specific come first, since all of them say Safari. */
const BROWSERS: readonly Named[] = [
  ['FBAV/', 'Facebook in-app browser'],
  ['Instagram ', 'Instagram in-app browser'],
  ['EdgA/', 'Edge'],
  ['EdgiOS/', 'Edge'],
  ['Edg/', 'Edge'],
  ['Edge/', 'Edge'],
  ['OPR/', 'Opera'],
  ['OPiOS/', 'Opera'],
  ['OPT/', 'Opera'],
  ['Opera Mini/', 'Opera Mini'],
  ['Opera/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['YaBrowser/', 'Yandex Browser'],
  ['Vivaldi/', 'Vivaldi'],
  ['UCBrowser/', 'UC Browser'],
  ['MiuiBrowser/', 'Miui Browser'],
  ['HuaweiBrowser/', 'Huawei Browser'],
  ['DuckDuckGo/', 'DuckDuckGo'],
  ['GSA/', 'Google app'],
  ['SeaMonkey/', 'SeaMonkey'],
  ['PaleMoon/', 'Pale Moon'],
  ['FxiOS/', 'Firefox'],
  ['Firefox/', 'Firefox'],
  ['Silk/', 'Silk'],
  ['CriOS/', 'Chrome'],
  ['Chromium/', 'Chromium'],
  ['Chrome/', 'Chrome'],
  ['MSIE ', 'Internet Explorer'],
  ['Konqueror/', 'Konqueror'],
  ['Lynx/', 'Lynx'],
  ['Links (', 'Links'],
  ['w3m/', 'w3m'],
  ['ELinks', 'ELinks'],
  ['Opera ', 'Opera'],
  ['UCWEB/', 'UC Browser'],
  ['BlackBerry', 'BlackBerry Browser'],
  ['UP.Browser', 'feature phone'],
  ['Profile/MIDP', 'feature phone'],
  ['MAUI', 'feature phone'],
];

/** HTTP stacks of mobile apps; people are behind them more often than scripts. */
const APPS: readonly Named[] = [
  ['CFNetwork/', 'CFNetwork'],
  ['okhttp/', 'okhttp'],
  ['Dalvik/', 'Dalvik'],
  ['Alamofire/', 'Alamofire'],
  ['NetworkingExtension/', 'NetworkingExtension'],
  ['Dart/', 'Dart'],
  ['ExoPlayer', 'ExoPlayer'],
  ['AppleCoreMedia/', 'AppleCoreMedia'],
];

/** A product without its version. */
type Family = Pick<Product, 'family' | 'kind'>;

/** What libraries and tools are told by, in lower case. */
export const softwareTokens = tokensOf(SOFTWARE, 'library');

/** One list, so that one pass over the text finds either. */
const senders = new TokenList([...tokensOf(BROWSERS, 'browser'), ...tokensOf(APPS, 'app')]);

/** The browser or mobile app the text names, if any; of an app at least the HTTP stack it is built on. */
export function browserOrAppIn(text: string): Product | null {
  const found = senders.firstIn(text);
  const product = found && productAt(text, found);
  if (product?.kind === 'browser') return product;
  return safariIn(text) ?? tridentIn(text) ?? appIn(text, product);
}

/** `Larkfield/7.2`, the app's own name and version, before what it is built on. */
const OWN_NAME = /^([A-Za-z][\w.-]{1,40})\/(\d{1,6})/;

/** What a mobile system writes between brackets into an app's default user agent. */
const MOBILE = ['iPhone', 'iPad', 'iOS', 'Android'];

function appIn(text: string, stack: Product | null): Product | null {
  if (stack === null && !MOBILE.some((word) => isInBrackets(word, text))) return null;
  const [, family, version] = OWN_NAME.exec(text) ?? [];
  const isOwn = family !== undefined && family !== 'Mozilla' && family !== stack?.family;
  return isOwn ? { family, kind: 'app', majorVersion: Number(version) } : stack;
}

function isInBrackets(word: string, text: string): boolean {
  const at = text.indexOf(word);
  return at > 0 && text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
}

/** A product told by a token, with the version that stands behind it. */
export function productAt(text: string, { token, value, at }: FoundToken<Family>): Product {
  const { family, kind } = value;
  return { family, kind, majorVersion: versionAt(text, at + token.length) };
}

function tokensOf(
  list: readonly Named[],
  usual: UserAgentKind,
): readonly (readonly [token: string, family: Family])[] {
  return list.map(([token, family, kind = usual]) => [token, { family, kind }]);
}

function safariIn(text: string): Product | null {
  if (!text.includes('AppleWebKit/')) return null;
  const at = text.indexOf('Version/');
  const family = text.includes('Android') ? 'Android Browser' : 'Safari';
  return { family, kind: 'browser', majorVersion: at < 0 ? null : versionAt(text, at + 8) };
}

function tridentIn(text: string): Product | null {
  const at = text.indexOf('rv:');
  if (text.includes('Trident/') && at >= 0)
    return { family: 'Internet Explorer', kind: 'browser', majorVersion: versionAt(text, at + 3) };
  return text.includes('Gecko/') ? { family: 'Gecko', kind: 'browser', majorVersion: null } : null;
}

/** The integer that starts at `at`, perhaps behind a `/`; null where there is none. */
function versionAt(text: string, at: number): number | null {
  const digits = /^\/?(\d{1,6})/.exec(text.slice(at, at + 8))?.[1];
  return digits === undefined ? null : Number(digits);
}
