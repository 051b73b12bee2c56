/** A country code as the number address tables hold: five bits a letter, 0 for none. */
export function countryNumber(code: string): number {
  return code === '' ? 0 : (letterAt(code, 0) << 5) | letterAt(code, 1);
}

export function countryOfNumber(value: number): string {
  return value === 0 ? '' : String.fromCharCode(64 + (value >> 5), 64 + (value & 31));
}

/** A is 1, Z is 26. */
function letterAt(code: string, at: number): number {
  return code.charCodeAt(at) - 64;
}
