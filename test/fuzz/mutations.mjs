/** What stands between, ends or changes the meaning of fields in some format, envelope, number, time or address. */
const TOKENS =
  `" \\ \\" ] [ { } ( ) < > - -- : ; , . / // \\x00 \\x22 \\u0000 \\ud800 %00 %0a %25 %2e%2e%2f %zz % & && = == ? # @ | ^ ~ \` $ ' '' + * HTTP/1.1 HTTP/9999
GET CONNECT <BADREQ> 0 -0 -1 1e309 NaN null true false 999999999999999999999 1.7976931348623157e308 00 0x1f 255.255.255.255 256.1.1.1 ::1 ::ffff:1.2.3.4 [::1]:80
1.2.3.4:99999 fe80::1%eth0 2026-11-22T22:00:00Z 22/Nov/2026:22:00:00 31/Feb/0000:99:99:99 1969-12-31T23:59:59Z 9999-12-31T23:59:59.999999999+14:00 1795384800123456789 #Fields: #Software: #Date:
stdout F P <190>1 __proto__ constructor toString "__proto__":{} "a":[[[[ ]]]] {} [] "" eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0. 4111111111111111 DE89370400440532013000 a@b.example token= password= session= https:// H4sIAAAAAAAA
records resourceLogs logEvents message log data attributes`
    .split(/\s+/)
    .concat([
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\0',
      '\u001b[31m',
      '\ufeff',
      '\ud800',
      '\u{1f600}',
      '\u202e',
      'é',
      '  ',
    ]);

const LONGEST = 65_536;

const cut = (chance, text) => {
  const from = chance.below(text.length + 1);
  return [from, Math.min(text.length, from + chance.small(text.length - from + 1))];
};

/** Each takes `(chance, text, another seed)` and gives the text changed in one place. */
const MUTATIONS = [
  function removePart(chance, text) {
    const [from, to] = cut(chance, text);
    return text.slice(0, from) + text.slice(to);
  },
  function truncate(chance, text) {
    return text.slice(0, chance.below(text.length + 1));
  },
  function insertToken(chance, text) {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + chance.pick(TOKENS) + text.slice(at);
  },
  function replaceByToken(chance, text) {
    const [from, to] = cut(chance, text);
    return text.slice(0, from) + chance.pick(TOKENS) + text.slice(to);
  },
  function changeCharacter(chance, text) {
    const at = chance.below(text.length + 1);
    const code = chance.oneIn(4) ? chance.below(0x10000) : chance.below(128);
    return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
  },
  function repeatPart(chance, text) {
    const [from, to] = cut(chance, text);
    const most = Math.max(1, Math.floor(LONGEST / (to - from + 1)));
    const times = chance.oneIn(60) ? chance.below(most) : chance.below(Math.min(most, 8));
    return text.slice(0, to) + text.slice(from, to).repeat(times) + text.slice(to);
  },
  function changeNumber(chance, text) {
    const number = chance.pick([
      '0',
      '-1',
      '00000',
      '4294967296',
      '1e999',
      '0.0000001',
      '99999999999999999999',
    ]);
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + text.slice(at).replace(/\d+/, number);
  },
  function swapParts(chance, text) {
    const [from, to] = cut(chance, text);
    return text.slice(to) + text.slice(from, to) + text.slice(0, from);
  },
  function splice(chance, text, other) {
    return (
      text.slice(0, chance.below(text.length + 1)) + other.slice(chance.below(other.length + 1))
    );
  },
  function anotherLine(chance, text, other) {
    return `${text}\n${other}`;
  },
  function asJsonText(chance, text) {
    return JSON.stringify(
      chance.pick([
        text,
        { message: text },
        { log: text, stream: 'stdout' },
        [text, { message: text }],
      ]),
    );
  },
  function nest(chance, text) {
    const depth = 1 + chance.small(2_000);
    const [open, close] = chance.pick([
      ['[', ']'],
      ['{"message":', '}'],
      ['"', '"'],
      ['(', ')'],
    ]);
    return open.repeat(depth) + text + close.repeat(depth);
  },
  function changeJsonValue(chance, text) {
    const value = chance.pick([
      'null',
      '[]',
      '{}',
      '{"__proto__":1}',
      '1e400',
      'true',
      '"\\ud800"',
      '[[1],{"a":2}]',
      '""',
    ]);
    const at = chance.below(text.length + 1);
    return (
      text.slice(0, at) + text.slice(at).replace(/:\s*(?:"[^"\\]{0,200}"|[\d.]+)/, `:${value}`)
    );
  },
];

const VALUES = /:\s*(?:"[^"\\]*"|[\d.]+|null|true|false)/g;

/** One to four plain values of an object changed, its keys and what stands between them left: what is known by its bytes stays so. */
export function changeValues(chance, text, another) {
  let changed = text;
  for (let left = 1 + chance.small(4); left > 0; left -= 1) {
    const values = [...changed.matchAll(VALUES)];
    if (values.length === 0) return changed;
    const { index, 0: old } = chance.pick(values);
    const put = chance.pick([
      () => chance.pick([...another().matchAll(VALUES), [old]])[0],
      () => `:"${chance.pick(TOKENS).replaceAll(/["\\]/g, '')}"`,
      () =>
        `:${chance.pick(['0', '1', '-1', '007', '1e3', '0.1', '443', '65536', 'null', 'true', '""', '"-"'])}`,
      () => `:${chance.below(1e9) / 10 ** chance.below(10)}`,
      () => old.replace(/\d/, () => String(chance.below(10))),
      () => old.replace(/[a-z]/i, () => String.fromCharCode(33 + chance.below(94))),
    ])();
    changed = changed.slice(0, index) + put + changed.slice(index + old.length);
  }
  return changed;
}

/** One to eight changes, seldom many. */
export function mutate(chance, text, anotherSeed) {
  let changed = text;
  for (let left = 1 + chance.small(8); left > 0; left -= 1) {
    changed = chance.pick(MUTATIONS)(chance, changed, anotherSeed()).slice(0, LONGEST);
  }
  return changed;
}
