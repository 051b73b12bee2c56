import { connect } from 'node:net';
import { TargetError } from './target-error.js';

/** HAProxy closes the connection after the answer; a busy one takes its time with long lists. */
const ANSWER_MS = 10_000;

/**
 * The answer of HAProxy's runtime API to one command; a payload's last line has to end, so that the end of the
 * command makes the empty line behind it. @throws TargetError UNREACHABLE, also where it hangs up
 * without a word, as it does when a command is longer than its buffer
 */
export function askHaproxy(socket: string, command: string): Promise<string> {
  const at = socket.lastIndexOf(':');
  const place = socket.startsWith('/')
    ? { path: socket }
    : { host: socket.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(socket.slice(at + 1)) };
  return new Promise((resolve, reject) => {
    const connection = connect(place);
    let answer = '';
    const fail = (why: string): void => {
      connection.destroy();
      reject(
        new TargetError(
          'UNREACHABLE',
          `HAProxy’s runtime API at ${socket} does not answer (${why}): check that HAProxy runs and who may open the socket.`,
        ),
      );
    };
    connection.setTimeout(ANSWER_MS, () => {
      fail('no answer in time');
    });
    connection.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    connection.once('error', ({ message }) => {
      fail(message);
    });
    connection.once('close', () => {
      if (answer === '') fail('it hung up');
      else resolve(answer);
    });
    connection.write(`${command}\n`);
  });
}
