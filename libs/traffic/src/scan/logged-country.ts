/** The two letters of a country, in capitals; `''` for what is none. */
export function loggedCountry(text: string): string {
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : '';
}
