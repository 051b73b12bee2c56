import { PANEL_PATHS, PANEL_SEGMENTS } from './admin-panel.js';
import { ROOT_FILES, SCANNER_MARKS, VERSION_FILES } from './enumeration.js';
import { EXPLOIT_PARTS } from './exploit.js';
import { SENSITIVE_NAMES, SENSITIVE_PATHS } from './sensitive-file.js';

/** What the patterns of the dictionaries need: endings of programs, copies, dumps, and names of systems. */
const NEEDED =
  `.php .phtml .phar .jsp .asp .ashx .cfm .pl/ .zip/ .rar/ .7z/ .tar/ .tgz/ .gz/ .bz2/ .sql .bak .bkp .backup .old/
  .orig .save .swp/ .swo/ .swn/ .tmp/ _bak/ _old/ .mdb/ .dump/ .json/ .conf .env /wp-config wp/v2/users
  etc/ bin/ win.ini boot.ini system32 proc/self proc/version dev/cmdb /phpmyadmin /pma /myadmin /mysqladmin /adminer`.split(
    /\s+/,
  );

const asSegments = (names: Iterable<string>): string[] => [...names].map((name) => `/${name}/`);

/** Every path that any dictionary knows has one of these in it, once a `/` is put behind it. */
const PARTS = [
  ...EXPLOIT_PARTS,
  ...SCANNER_MARKS,
  ...PANEL_PATHS,
  ...SENSITIVE_PATHS,
  ...NEEDED,
  ...asSegments(PANEL_SEGMENTS),
  ...asSegments(SENSITIVE_NAMES),
  ...asSegments(VERSION_FILES),
  ...asSegments(ROOT_FILES),
];

/** Two to the power of them are the places of the marks: 2^19 bits are 64 KB. */
const BITS = 19;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;
/** Letters by how often they come in English, the most usual first; whatever else is rarer still. */
const USUAL_LETTERS = 'etaoinshrdlucmfpgwybvkxjqz';

const marks = new Uint8Array(2 ** (BITS - 3));
/** The parts by the code of the four characters that stand for them. */
const partsOf = new Map<number, string[]>();
for (const part of PARTS) if (/^[a-z\d/._-]*$/.test(part)) mark(part, codeOf(rarestFour(part)));

/**
 * Whether a path holds nothing that any dictionary of probes knows, told in one pass: only where the four
 * least usual characters of an entry stand is the entry itself looked for. Says no for some that hold nothing either, and for all that have
 * more than letters, digits and `/ . _ -`, a hidden segment or an empty one.
 */
export function isOrdinaryPath(path: string): boolean {
  let four = 0;
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    const plain = code < 128 ? (PLAIN[code] ?? 0) : 0;
    if (plain === 0 || isOdd(four & 255, plain)) return false;
    four = (four << 8) | plain;
    if (isMarked(four) && holdsPart(path, four)) return false;
  }
  const last = (four << 8) | SLASH;
  return !(isMarked(last) && holdsPart(path, last));
}

/** `//`, `/.` and `..` */
function isOdd(before: number, character: number): boolean {
  if (character === DOT) return before === SLASH || before === DOT;
  return character === SLASH && before === SLASH;
}

const SLASH = 47;
const DOT = 46;

/** What each character is in lower case; 0 for those that an ordinary path does not have. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z\d/._-]/.test(character) ? character.charCodeAt(0) : 0;
});

function placeOf(four: number): number {
  return Math.imul(four, SPREAD) >>> (32 - BITS);
}

function isMarked(four: number): boolean {
  const place = placeOf(four);
  return (((marks[place >>> 3] ?? 0) >>> (place & 7)) & 1) === 1;
}

function holdsPart(path: string, four: number): boolean {
  const whole = `${path}/`.toLowerCase();
  return partsOf.get(four)?.some((part) => whole.includes(part)) ?? false;
}

function mark(part: string, four: number): void {
  const place = placeOf(four);
  marks[place >>> 3] = (marks[place >>> 3] ?? 0) | (1 << (place & 7));
  partsOf.set(four, [...(partsOf.get(four) ?? []), part]);
}

function codeOf(four: string): number {
  let code = 0;
  for (const character of four) code = (code << 8) | character.charCodeAt(0);
  return code;
}

function rarestFour(part: string): string {
  let rarest = '';
  for (let at = 0; at + 4 <= part.length; at++) {
    const four = part.slice(at, at + 4);
    if (rarity(four) > rarity(rarest)) rarest = four;
  }
  if (rarest === '') throw new Error(`bug: ${part} is too short to be looked for`);
  return rarest;
}

function rarity(text: string): number {
  let sum = 0;
  for (const character of text) {
    const rank = USUAL_LETTERS.indexOf(character);
    sum += rank < 0 ? USUAL_LETTERS.length : rank;
  }
  return sum;
}
