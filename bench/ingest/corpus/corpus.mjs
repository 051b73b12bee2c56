import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { combinedLine, jsonLine } from './lines.mjs';
import { traffic } from './traffic.mjs';

const SEED = 42;
/** Change it with the generator: files of an older one are then made anew. */
const VERSION = 1;
const LINES_PER_WRITE = 2_000;

/** The same requests as two files of `lines` lines; made once, kept in the temporary folder for the next run. */
export async function corpus(lines) {
  const folder = join(tmpdir(), 'wherefore-bench', `corpus-v${VERSION}-${SEED}-${lines}`);
  const files = { combined: join(folder, 'combined.log'), json: join(folder, 'nginx.json') };
  const summary = join(folder, 'summary.json');
  if (!existsSync(summary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${summary}.new`, JSON.stringify(await write(lines, files)));
    renameSync(`${summary}.new`, summary);
  }
  return { files, lines, ...JSON.parse(readFileSync(summary, 'utf8')) };
}

async function write(lines, files) {
  const outputs = {
    combined: createWriteStream(files.combined),
    json: createWriteStream(files.json),
  };
  const seen = { addresses: new Set(), visitors: new Set(), requestLines: new Set() };
  let waiting = { combined: '', json: '' };
  let count = 0;
  for (const request of traffic(lines, SEED)) {
    waiting.combined += `${combinedLine(request)}\n`;
    waiting.json += `${jsonLine(request)}\n`;
    seen.addresses.add(request.address);
    seen.visitors.add(`${request.address} ${request.userAgent}`);
    seen.requestLines.add(`${request.method} ${request.target} ${request.protocol}`);
    count += 1;
    if (count % LINES_PER_WRITE === 0 || count === lines) {
      for (const [name, output] of Object.entries(outputs)) await put(output, waiting[name]);
      waiting = { combined: '', json: '' };
    }
  }
  for (const output of Object.values(outputs)) {
    output.end();
    await finished(output);
  }
  return {
    bytes: { combined: outputs.combined.bytesWritten, json: outputs.json.bytesWritten },
    addresses: seen.addresses.size,
    visitors: seen.visitors.size,
    requestLines: seen.requestLines.size,
  };
}

async function put(output, text) {
  if (!output.write(text)) await once(output, 'drain');
}
