import { createSocket, type Socket } from 'node:dgram';

/** Records by `TYPE name`, for example `PTR 34.66.249.66.in-addr.arpa` → [`crawl.example`]. */
export type Records = Readonly<Record<string, readonly string[]>>;

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 28: 'AAAA' };
const NO_SUCH_NAME = 3;

/** A DNS server on the loopback address that knows the records given, for tests. Names in `silent` get no answer. */
export class LocalNameServer {
  /** Questions as they came, `TYPE name`. */
  readonly asked: string[] = [];
  readonly #socket: Socket = createSocket('udp4');

  constructor(records: Records, { ttl = 300, silent = [] as readonly string[] } = {}) {
    this.#socket.on('message', (message, { port, address }) => {
      const { name, type, end } = questionOf(message);
      const key = `${TYPES[type] ?? type} ${name}`;
      this.asked.push(key);
      if (silent.includes(name)) return;
      this.#socket.send(
        answerTo(message.subarray(0, end), type, records[key] ?? [], ttl),
        port,
        address,
      );
    });
  }

  /** `address:port`, once it listens. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#socket.bind(0, '127.0.0.1', resolve));
    return `127.0.0.1:${this.#socket.address().port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) =>
      this.#socket.close(() => {
        resolve();
      }),
    );
  }
}

/** RFC 1035, section 4.1.2. */
function questionOf(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('ascii', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, type: number, values: readonly string[], ttl: number): Buffer {
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | (values.length === 0 ? NO_SUCH_NAME : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(values.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = values.map((value) => recordOf(type, value, ttl));
  return Buffer.concat([head, question.subarray(12), ...answers]);
}

/** The name is a pointer to the question's (0xc00c). */
function recordOf(type: number, value: string, ttl: number): Buffer {
  const data = dataOf(type, value);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttl, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: number, value: string): Buffer {
  if (type === 1) return Buffer.from(value.split('.').map(Number));
  if (type === 28)
    return Buffer.from(
      value
        .split(':')
        .map((group) => group.padStart(4, '0'))
        .join(''),
      'hex',
    );
  const labels = value
    .split('.')
    .map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1'));
  return Buffer.concat([...labels, Buffer.from([0])]);
}
