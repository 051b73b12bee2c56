const SHORT = 4_096;
const known: string[] = [];

/** A length as unsigned LEB128, one character a byte. */
export function varintText(length: number): string {
  if (length >= SHORT) return encode(length);
  let text = known[length];
  if (text === undefined) {
    text = encode(length);
    known[length] = text;
  }
  return text;
}

function encode(length: number): string {
  let text = '';
  let rest = length;
  while (rest >= 128) {
    text += String.fromCharCode((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return text + String.fromCharCode(rest);
}
