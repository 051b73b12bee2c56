/**
 * The program of the child process that *is* the embedded ClickHouse server, run as `node -e <this text>`.
 *
 * It is text and not a file because text is the same from `dist/`, from sources under Jest and in an image: nothing
 * has to be copied by a build or found again at run time. The parent resolves the packages and passes absolute paths:
 * `argv = [ffi-rs, libchdb.so, fifo, ...arguments of clickhouse local]`.
 *
 * Two things have to block. The main thread runs `clickhouse local`, which reads its last `--queries-file` from a FIFO
 * this process itself holds open for writing, so it never ends by itself and needs no query that somebody else's
 * session could imitate. A worker thread blocks on standard input, the pipe that only the parent holds: when
 * the parent ends, even by SIGKILL, the read returns and the process kills itself. SIGKILL on purpose: after end-of-file
 * the library was seen to crash while unwinding, and MergeTree parts are renamed into place, so nothing is half written.
 */
export const clickHouseHostProgram = String.raw`
const { openSync } = require('node:fs');
const { Worker } = require('node:worker_threads');
const [ffiPath, enginePath, fifo, ...args] = process.argv.slice(1);
new Worker(
  "const { readSync } = require('node:fs');" +
  "const buffer = Buffer.alloc(64);" +
  "const pause = new Int32Array(new SharedArrayBuffer(4));" +
  "for (;;) {" +
  "  try { if (readSync(0, buffer) === 0) break; }" +
  "  catch (error) { if (error.code !== 'EAGAIN') break; Atomics.wait(pause, 0, 0, 100); }" +
  "}" +
  "process.kill(process.pid, 'SIGKILL');",
  { eval: true },
);
const { open, load, DataType } = require(ffiPath);
open({ library: 'engine', path: enginePath });
const call = (funcName, retType, paramsType, paramsValue) =>
  load({ library: 'engine', funcName, retType, paramsType, paramsValue });
if (call('mkfifo', DataType.I32, [DataType.String, DataType.I32], [fifo, 0o600]) !== 0) {
  console.error('mkfifo failed: ' + fifo);
  process.exit(1);
}
openSync(fifo, 'r+');
const result = call('chdb_query_cmdline', DataType.External,
  [DataType.I32, DataType.StringArray], [args.length, args]);
// Only reached when the server could not start: the FIFO never ends.
console.error(call('chdb_result_error', DataType.String, [DataType.External], [result]));
process.kill(process.pid, 'SIGKILL');
`;
