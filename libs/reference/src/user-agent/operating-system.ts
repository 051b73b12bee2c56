/** Tokens in the order in which they decide: Android texts also say Linux, iPhones say Mac OS X. */
const SYSTEMS: readonly (readonly [token: string, system: string])[] = [
  ['Windows Phone', 'Windows Phone'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['iPod', 'iOS'],
  ['(x86_64)', 'macOS'],
  ['CFNetwork', 'iOS'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'macOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
  ['X11', 'Linux'],
  ['BSD', 'BSD'],
];

/** The operating system a user agent claims; `''` where it names none. */
export function operatingSystemIn(text: string): string {
  return SYSTEMS.find(([token]) => text.includes(token))?.[1] ?? '';
}
