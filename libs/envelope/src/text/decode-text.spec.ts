import { describe, expect, it } from '@jest/globals';
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { decodeText } from './decode-text.js';

describe('decodeText', () => {
  it.each([
    ['text', Buffer.from('GET /größe/日本/😀'), 'GET /größe/日本/😀'],
    ['a byte alone', Buffer.from([0x61, 0xff, 0x62]), 'a\\xffb'],
    ['a sequence cut short', Buffer.from([0xe2, 0x82]), '\\xe2\\x82'],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), '\\xc0\\xaf'],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), '\\xed\\xa0\\x80'],
    ['more than U+10FFFF', Buffer.from([0xf4, 0x90, 0x80, 0x80]), '\\xf4\\x90\\x80\\x80'],
    ['text around it', Buffer.from([0xc3, 0xa9, 0x80, 0xc3, 0xa9]), 'é\\x80é'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('loses no byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const bytes = Buffer.from(array);
        const text = decodeText(bytes);
        expect(text).not.toContain('\ufffd');
        if (isUtf8(bytes)) expect(Buffer.from(text)).toEqual(bytes);
        else expect(bytesOf(text, bytes)).toEqual(bytes);
      }),
    );
  });
});

/** Takes the escapes back; no escape is taken for one that stood in the bytes themselves. */
function bytesOf(text: string, original: Buffer): Buffer {
  if (original.includes('\\x')) return original;
  const parts = text.split(/\\x([0-9a-f]{2})/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 0 ? Buffer.from(part) : Buffer.from([Number.parseInt(part, 16)]),
    ),
  );
}
