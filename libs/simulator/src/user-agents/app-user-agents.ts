import { type Random } from '../chance/random.js';

const APP_VERSIONS: readonly (readonly [number, string])[] = [
  [52, '7.14.1'],
  [22, '7.14.0'],
  [12, '7.13.2'],
  [7, '7.11.0'],
  [4, '7.6.3'],
  [3, '6.29.0'],
];

/** The shop's app as its HTTP library names it (URLSession on iOS, OkHttp on Android). */
export function appUserAgent(random: Random): string {
  const version = random.weighted(APP_VERSIONS);
  if (random.chance(0.5)) {
    const system = random.pick(['26.1.0', '26.0.1', '18.6.2', '18.7.0', '17.6.1']);
    return `Larkfield/${version} (com.larkfield.shop; build:${version.replaceAll('.', '')}4; iOS ${system}) Alamofire/5.9.1`;
  }
  const system = random.pick([16, 15, 15, 14, 14, 13, 12, 11]);
  return `Larkfield/${version} (Android ${system}; ${random.pick(['Pixel 8', 'SM-S921B', 'SM-A546B', 'SM-A155F', '2312DRA50G', 'CPH2581'])}) okhttp/4.12.0`;
}
