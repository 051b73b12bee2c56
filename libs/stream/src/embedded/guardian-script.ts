/**
 * Program text of the guardian: a small Node process that owns the broker and outlives nobody. It ends the broker when
 * its IPC channel to the parent closes, which the kernel does even when the parent is killed with SIGKILL. Passed with
 * `node -e`, so that it runs the same from sources, from dist/ and under a test runner.
 */
export const GUARDIAN_SCRIPT = `
const { spawn } = require('node:child_process');
const { command, args, cwd, graceMs } = JSON.parse(process.argv[1]);
const tell = (message) => { if (process.connected) process.send(message, () => {}); };
let tail = '';
let stopping = false;
const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
const stop = () => {
  if (stopping) return;
  stopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), graceMs);
};
const leave = (exit) => {
  tell({ kind: 'exited', tail, ...exit });
  setImmediate(() => process.exit(0));
};
child.stderr.setEncoding('utf8').on('data', (text) => { tail = (tail + text).slice(-16384); });
child.on('spawn', () => tell({ kind: 'started', pid: child.pid }));
child.on('error', (error) => { if (child.pid === undefined) leave({ code: null, signal: null, error: error.message }); });
child.on('close', (code, signal) => leave({ code, signal }));
process.on('disconnect', stop);
process.on('message', stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
`;
