import { createServer, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { RunningProgram } from './running-program.js';

/**
 * Runs inside the namespace: a web server on every address; a way from its port 8080 to the feed outside, over a socket in
 * the file system; and, told `{"from","to"}` on standard input, tries a connection from one address to another.
 */
const AGENT = `
const net = require('node:net');
const relay = process.argv[1];
net.createServer((near) => {
  const far = net.connect(relay);
  near.on('error', () => far.destroy()); far.on('error', () => near.destroy());
  near.pipe(far); far.pipe(near);
}).listen(8080, '127.0.0.1');
net.createServer((socket) => socket.end('here')).listen(80, '::');
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, from, to } = JSON.parse(line);
  const socket = net.connect({ host: to, port: 80, localAddress: from });
  const answer = (reached) => { socket.destroy(); console.log(JSON.stringify({ id, reached })); };
  socket.setTimeout(700, () => answer(false));
  socket.once('data', () => answer(true));
  socket.once('error', (error) => answer(error.code));
});
console.log('ready');
`;

/** A network of its own, in which real packets go from any of its addresses to any other. */
export class NetworkNamespace {
  #asked = 0;

  private constructor(
    private readonly program: RunningProgram,
    private readonly relay: Server,
  ) {}

  /**
   * @param besides a shell command that runs in it, too
   * @param feedPort of this machine, reached inside as 127.0.0.1:8080
   */
  static async open(
    addresses: readonly string[],
    besides: string,
    { feedPort, folder }: { readonly feedPort: number; readonly folder: string },
  ): Promise<NetworkNamespace> {
    const path = join(folder, 'relay.sock');
    const relay = createServer((near) => {
      const far = connect(feedPort, '127.0.0.1');
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
      near.pipe(far);
      far.pipe(near);
    });
    await new Promise<void>((resolve) => relay.listen(path, resolve));
    const script = [
      'ip link set lo up',
      ...addresses.map((one) => `ip address add ${one} dev lo ${one.includes(':') ? 'nodad' : ''}`),
      `node -e "$0" ${path} & agent=$!`,
      // Some programs end when they do not reach the feed at once.
      'until (: < /dev/tcp/127.0.0.1/8080) 2> /dev/null; do sleep 0.1; done',
      `${besides} </dev/null 2>&1 &`,
      'wait $agent',
    ];
    // The agent reads what is said to the shell, which gives a command in the background no input by itself.
    const text = script.join('\n').replace('& agent=$!', '<&3 & agent=$!');
    const program = new RunningProgram('unshare', [
      '-n',
      'bash',
      '-c',
      `exec 3<&0\n${text}`,
      AGENT,
    ]);
    const opened = new NetworkNamespace(program, relay);
    await until(() => program.output.includes('ready'));
    return opened;
  }

  /** What everything in it printed. */
  get output(): string {
    return this.program.output;
  }

  /** Whether a connection from one of its addresses to another comes about within 0.7 s. */
  async reaches(from: string, to: string): Promise<boolean> {
    const id = (this.#asked += 1);
    this.program.say(JSON.stringify({ id, from, to }));
    const answer = new RegExp(`\\{"id":${id},"reached":([^}]*)\\}`);
    await until(() => answer.test(this.program.output), 5_000);
    return answer.exec(this.program.output)?.[1] === 'true';
  }

  async close(): Promise<void> {
    await this.program.stop();
    this.relay.close();
  }
}
