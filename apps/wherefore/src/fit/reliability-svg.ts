import { type ReliabilityBin } from '#libs/intent';

const SIDE = 320;
const MARGIN = 40;

/** The reliability diagram as an SVG image of its own: a dot a bin, the larger the more visitors, beside the diagonal of perfection. */
export function reliabilitySvg(title: string, bins: readonly ReliabilityBin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const size = SIDE + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="11">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${size}" height="${size}" fill="white"/>`,
    `<text x="${size / 2}" y="20" text-anchor="middle">${escaped(title)}</text>`,
    ...axes(),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...bins.flatMap((bin) => dot(bin, most)),
    '</svg>',
    '',
  ].join('\n');
}

function axes(): string[] {
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<text x="${x(value)}" y="${y(0) + 16}" text-anchor="middle">${value}</text>`,
    `<text x="${x(0) - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  ]);
  return [
    `<rect x="${x(0)}" y="${y(1)}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#333"/>`,
    ...ticks,
    `<text x="${x(0.5)}" y="${y(0) + 32}" text-anchor="middle">stated probability</text>`,
    `<text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">observed share</text>`,
  ];
}

function dot({ stated, observed, count }: ReliabilityBin, most: number): string[] {
  if (stated === null || observed === null) return [];
  const radius = 3 + 9 * Math.sqrt(count / most);
  return [
    `<circle cx="${x(stated)}" cy="${y(observed)}" r="${radius.toFixed(1)}" fill="#2563eb" fill-opacity="0.6"><title>${count} visitors</title></circle>`,
  ];
}

const x = (share: number): number => Math.round((MARGIN + share * SIDE) * 10) / 10;
const y = (share: number): number => Math.round((MARGIN + (1 - share) * SIDE) * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
