const DESKTOPS = [
  'Windows NT 10.0; Win64; x64',
  'Macintosh; Intel Mac OS X 10_15_7',
  'X11; Linux x86_64',
];
const PHONES = [
  'K',
  'SM-S918B',
  'SM-A546E',
  'Pixel 8',
  'Pixel 7a',
  '2201117TY',
  'CPH2451',
  'M2101K6G',
];
const BOTS = [
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/126.0.6478.126 Safari/537.36',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'curl/8.5.0',
  'python-requests/2.31.0',
  'Go-http-client/2.0',
  'okhttp/4.12.0',
  '',
];

/** A user agent as they come: four in five a browser of many versions, the rest programs. */
export function drawUserAgent(chance) {
  const kind = chance.next();
  const major = 110 + chance.rank(28, 0.5);
  if (kind < 0.32) return chromium(chance.pick(DESKTOPS), major, '');
  if (kind < 0.4) return `${chromium(DESKTOPS[0], major, '')} Edg/${major}.0.${chance.below(99)}.0`;
  if (kind < 0.5) return firefox(chance.pick(DESKTOPS), major);
  if (kind < 0.68) {
    const device = `Linux; Android ${10 + chance.below(6)}; ${chance.pick(PHONES)}`;
    return chromium(device, major, 'Mobile ');
  }
  if (kind < 0.86) return safariOnPhone(14 + chance.below(5), chance.below(7), chance.hex(3));
  return chance.pick(BOTS);
}

function chromium(device, major, mobile) {
  return `Mozilla/5.0 (${device}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 ${mobile}Safari/537.36`;
}

function firefox(device, major) {
  return `Mozilla/5.0 (${device}; rv:${major}.0) Gecko/20100101 Firefox/${major}.0`;
}

function safariOnPhone(major, minor, build) {
  return `Mozilla/5.0 (iPhone; CPU iPhone OS ${major}_${minor} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${major}.${minor} Mobile/15${build} Safari/604.1`;
}
