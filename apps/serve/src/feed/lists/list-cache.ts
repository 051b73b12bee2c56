import { type ListPage } from '#libs/enforcement';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A page as it is sent. */
export interface PreparedPage {
  readonly version: number;
  readonly page: ListPage;
  /** Of the content: the same on every replica and after a restart. */
  readonly etag: string;
  readonly body: Buffer;
  zipped?: Promise<Buffer>;
}

/** Lists that were made lately; so many combinations of format and parameters are kept. */
const KEPT = 64;

/** Makes each list once for each state of the verdicts, however many ask for it. */
export class ListCache {
  readonly #pages = new Map<string, PreparedPage>();

  page(name: string, version: number, make: () => ListPage): PreparedPage {
    const there = this.#pages.get(name);
    if (there?.version === version) return there;
    const page = make();
    const body = Buffer.from(page.text);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    // What did not change keeps its compressed form.
    const made = there?.etag === etag ? { ...there, version, page } : { version, page, etag, body };
    this.#pages.delete(name);
    this.#pages.set(name, made);
    if (this.#pages.size > KEPT) this.#pages.delete(String(this.#pages.keys().next().value));
    return made;
  }
}

export function zipped(page: PreparedPage): Promise<Buffer> {
  page.zipped ??= compress(page.body);
  return page.zipped;
}
