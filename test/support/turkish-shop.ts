const START = Date.UTC(2026, 2, 14, 9);
const MINUTE_MS = 60_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const WORDS = 'ayakkabi canta gomlek elbise kazak mont saat kemer gozluk sapka'.split(' ');
const COLOURS = 'kirmizi mavi yesil siyah beyaz'.split(' ');

/**
 * Four hours of a shop whose paths use no word that any catalogue of ours holds: the home page, items of a folder, a search,
 * pictures without extension, a login that refuses with 401, and a caller that asks for `/durum` every minute. From the
 * third hour on one address fails to log in ninety times.
 */
export function turkishShop(): string[] {
  const lines: [number, string][] = [];
  const add = (at: number, address: string, request: string, status: number, from = '-'): void => {
    const referer = from === '-' ? '-' : `https://magaza.example${from}`;
    lines.push([
      at,
      `${address} - - [${clfTime(at)}] "${request} HTTP/1.1" ${status} 900 "${referer}" "${CHROME}"`,
    ]);
  };
  for (let person = 0; person < 150; person += 1) {
    const address = `198.51.${100 + Math.floor(person / 200)}.${person + 1}`;
    let at = START + person * 90_000;
    const step = (request: string, status: number, from?: string): void => {
      at += 3_000 + ((person * 7_919 + at) % 23_000);
      add(at, address, request, status, from);
    };
    const word = WORDS[person % WORDS.length] ?? '';
    const wanted = (n: number): string =>
      `/vitrin/${COLOURS[(person + n) % 5]}-${WORDS[(person * 3 + n) % 10]}`;
    step('GET /', 200);
    for (let picture = 0; picture < 4; picture += 1)
      step(`GET /gorsel/${1_000 + picture}`, person % 3 === 0 ? 304 : 200, '/');
    step(`GET /bul?kelime=${word}+${COLOURS[person % 5]}+${person}`, 200, '/');
    for (let n = 0; n < 4; n += 1) {
      step(`GET ${wanted(n)}`, 200, '/bul');
      step(`GET /gorsel/${2_000 + ((person + n) % 50)}`, 200, wanted(n));
    }
    if (person % 2 === 0) {
      step('GET /uye-kapisi', 200, wanted(3));
      if (person % 6 === 0) step('POST /uye-kapisi', 401, '/uye-kapisi');
      step('POST /uye-kapisi', 302, '/uye-kapisi');
    }
  }
  for (let minute = 0; minute < 240; minute += 1)
    add(START + minute * MINUTE_MS, '203.0.113.9', 'GET /durum', 200);
  for (let attempt = 0; attempt < 90; attempt += 1)
    add(START + 150 * MINUTE_MS + attempt * 20_000, '192.0.2.66', 'POST /uye-kapisi', 401);
  return lines.toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

function clfTime(at: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(
    new Date(at).toUTCString(),
  ) ?? ['', '', '', '', ''];
  return `${day}/${month}/${year}:${time} +0000`;
}
