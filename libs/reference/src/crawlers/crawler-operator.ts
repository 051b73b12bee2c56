/** Operators whose crawlers are told by the beginning of their names, in lower case. */
const BY_NAME: readonly (readonly [prefix: RegExp, operator: string])[] = [
  [
    /^(?:google|adsbot-google|apis-google|feedfetcher-google|mediapartners|storebot-google)/,
    'Google',
  ],
  [/^(?:bingbot|bingpreview|adidxbot|msnbot|microsoftpreview|azureai)/, 'Microsoft'],
  [/^(?:applebot|aasa-bot|appsiteassociation)/, 'Apple'],
  [/^(?:facebook|facebot|meta-|facebookbot)/, 'Meta'],
  [/^(?:gptbot|chatgpt-user|oai-searchbot)/, 'OpenAI'],
  [/^(?:claude|anthropic)/, 'Anthropic'],
  [/^perplexity/, 'Perplexity'],
  [/^(?:duckduck|duckassist)/, 'DuckDuckGo'],
  [/^yandex/, 'Yandex'],
  [/^baidu/, 'Baidu'],
  [/^(?:seznam|sklikbot)/, 'Seznam'],
  [/^(?:petalbot|aspiegel)/, 'Huawei'],
  [/^(?:mail\.?ru)/, 'VK'],
  [/^(?:slurp|yahoo)/, 'Yahoo'],
  [/^(?:semrush|siteauditbot|splitsignalbot)/, 'Semrush'],
  [/^ahrefs/, 'Ahrefs'],
  [/^(?:jetmon|jetpack|automattic|wordpress\.com|wp\.com)/, 'Automattic'],
  [/^uptimerobot/, 'UptimeRobot'],
  [/^(?:amazon|amzn-)/, 'Amazon'],
  [/^(?:bytespider|tiktok)/, 'ByteDance'],
  [/^ccbot/, 'Common Crawl'],
  [/^(?:twitterbot)/, 'X'],
  [/^linkedinbot/, 'LinkedIn'],
  [/^slack/, 'Slack'],
  [/^pingdom/, 'Pingdom'],
  [/^telegram/, 'Telegram'],
  [/^feedly/, 'Feedly'],
];

/** Sites that describe other people's crawlers: their address says nothing about the operator. */
const DIRECTORIES = new Set([
  'datadome.co',
  'knownagents.com',
  'github.com',
  'useragentstring.com',
  'distilnetworks.com',
  'google.com',
]);

/** Who runs a crawler: a known name, else the site its page is on, else the crawler's name. */
export function crawlerOperator(name: string, url: string): string {
  const lower = name.toLowerCase();
  const known = BY_NAME.find(([prefix]) => prefix.test(lower));
  if (known !== undefined) return known[1];
  const site = siteOf(url);
  return site === '' || DIRECTORIES.has(site) ? name : site;
}

function siteOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const labels = new URL(url).hostname.replace(/^www\./, '').split('.');
  const suffix = labels.length > 2 && (labels.at(-2) ?? '').length <= 3 ? 3 : 2;
  return labels.slice(-suffix).join('.');
}
