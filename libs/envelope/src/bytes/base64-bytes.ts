/** Shorter texts are words, ids and numbers. */
const SHORTEST = 16;

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** The bytes of a base64 or base64url text; null where it is none. */
export function base64Bytes(text: string): Uint8Array | null {
  if (text.length < SHORTEST || !BASE64.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  const digits = text.length - padding;
  if (digits % 4 === 1 || (padding > 0 && text.length % 4 !== 0)) return null;
  return Buffer.from(text, 'base64');
}
