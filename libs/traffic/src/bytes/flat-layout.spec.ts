import { describe, expect, it } from '@jest/globals';
import { Fit, type FlatLayout, flatLayoutOf } from './flat-layout.js';
import { FlatValues, MOST_KEYS } from './flat-values.js';
import { LineBytes } from './line-bytes.js';

const LONGEST_LINE = 16_384;

const lineOf = (text: string): LineBytes => {
  const line = new LineBytes();
  expect(line.take(Buffer.from(text))).toBe(true);
  return line;
};
const layoutOf = (text: string): FlatLayout => {
  const layout = flatLayoutOf(lineOf(text));
  if (layout === null) throw new Error(`no layout: ${text}`);
  return layout;
};
const fitOf = (text: string, layout: FlatLayout, line = lineOf(text)): number => {
  expect(line.take(Buffer.from(text))).toBe(true);
  return layout.read(line, new FlatValues());
};

describe('flatLayoutOf', () => {
  it.each([
    ['{"a":1}', ['a']],
    ['{"a":1,"b":"x"}', ['a', 'b']],
    ['{ "a" : null ,\t"7":false}', ['a', '7']],
    ['{"":0.5,"__proto__":"-"}', ['', '__proto__']],
  ])('knows the keys of %s', (text, keys) => {
    expect(layoutOf(text).keys).toEqual(keys);
    expect(fitOf(text, layoutOf(text))).toBe(Fit.same);
  });

  it.each([
    ...['{}', '{"a":1', '{"a":1}}', '{"a":1} ', '{"a":1]', '{"a" 1}', '{"a":1,"a":2}', '{"a":1,}'],
    ...['["a":1}', '{"a":{}}', '{"a":1.}', '{"a":01}', '{"a":-1}', '{"a":f', '{"a":nul}', '{a:1}'],
    ...['{"\\u0061":1}', '{"é":1}', '{1:1}', '{"a":"\u007f"}'],
  ])('takes %j for none', (text) => {
    expect(flatLayoutOf(lineOf(text))).toBeNull();
  });

  it('takes an object of more keys than are read for none', () => {
    const keys = Array.from({ length: MOST_KEYS }, (_, at) => `"k${at}":1`);
    expect(layoutOf(`{${keys.join(',')}}`).keys).toHaveLength(MOST_KEYS);
    expect(flatLayoutOf(lineOf(`{${keys.join(',')},"one":1}`))).toBeNull();
  });
});

describe('FlatLayout', () => {
  const layout = layoutOf('{"a":1,"ja3":"x","b":2}');

  it.each([
    ['the same keys', '{"a":"y","ja3":null,"b":0.5}', Fit.same],
    ['another key at the end', '{"a":1,"ja4":"x","b":2}', Fit.other],
    ['a key more', '{"a":1,"ja3":"x","b":2,"c":3}', Fit.other],
    ['a key less', '{"a":1,"ja3":"x"}', Fit.other],
    ['another end', '{"a":1,"ja3":"x","b":2]', Fit.other],
    ['something behind it', '{"a":1,"ja3":"x","b":2}}', Fit.other],
    ['spaces', '{"a": 1,"ja3":"x","b":2}', Fit.odd],
    ['a value that is not plain', '{"a":1,"ja3":"é","b":2}', Fit.odd],
  ])('compares with an object of %s', (_, text, fit) => {
    expect(fitOf(text, layout)).toBe(fit);
  });

  it.each([
    ['{"a":1,"ja3":"é","b":2}', '{"a":1,"ja', Fit.other],
    ['{"a":1,"ja3":"x","b":2}', '{"a":1,"ja3":', Fit.odd],
    ['{"a":1,"ja3":"x","b":2}', '{"a":1,"ja3":"x","b":2', Fit.other],
  ])('reads nothing that lay behind a line: %s before %s', (before, text, fit) => {
    expect(fitOf(text, layout, lineOf(before))).toBe(fit);
  });

  it.each(['f', 't', '1', '"'])('reads a line of the greatest length that ends in %s', (end) => {
    const cut = `{"a":"${'x'.repeat(LONGEST_LINE - 14)}","ja3":${end}`.slice(-LONGEST_LINE);
    const text = `{"a":"${cut.slice(6)}`;
    expect(text).toHaveLength(LONGEST_LINE);
    expect(fitOf(text, layout)).not.toBe(Fit.same);
    expect(flatLayoutOf(lineOf(text))).toBeNull();
  });
});
