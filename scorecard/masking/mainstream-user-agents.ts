const desktop = (system: string, browser: string): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ${browser}`;

const WINDOWS = 'Windows NT 10.0; Win64; x64';
const MAC = 'Macintosh; Intel Mac OS X 10_15_7';
const LINUX = 'X11; Linux x86_64';
const ANDROID = 'Linux; Android 10; K';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

/**
 * User agents of the browsers most people used in autumn 2025, as the vendors froze them (User-Agent reduction). Source: vendors'
 * release notes; the choice among versions is an assumption, and none of it is known to the detectors.
 */
export const MAINSTREAM_USER_AGENTS: readonly string[] = [
  ...['139', '140', '141'].flatMap((version) => [
    desktop(WINDOWS, `Chrome/${version}.0.0.0 Safari/537.36`),
    desktop(MAC, `Chrome/${version}.0.0.0 Safari/537.36`),
    desktop(LINUX, `Chrome/${version}.0.0.0 Safari/537.36`),
    desktop(ANDROID, `Chrome/${version}.0.0.0 Mobile Safari/537.36`),
    desktop(WINDOWS, `Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`),
  ]),
  ...['142.0', '143.0'].flatMap((version) => [
    `Mozilla/5.0 (${WINDOWS}; rv:${version}) Gecko/20100101 Firefox/${version}`,
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:${version}) Gecko/20100101 Firefox/${version}`,
    `Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:${version}) Gecko/20100101 Firefox/${version}`,
  ]),
  `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`,
  `${IPHONE} CriOS/141.0.7390.69 Mobile/15E148 Safari/604.1`,
  `Mozilla/5.0 (${MAC}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`,
];
