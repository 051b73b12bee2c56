// Everything but ASCII is what this looks for.
// eslint-disable-next-line no-control-regex
const NOT_ASCII = /[^\u0000-\u007f]/;

/** The UTF-8 bytes of a text, one character a byte: such texts are joined and written at memory speed. */
export function binaryText(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}
