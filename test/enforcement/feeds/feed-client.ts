/** An answer of the feed. */
export interface FeedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks the feed as a consumer with a key would. */
export class FeedClient {
  constructor(
    readonly url: string,
    private readonly key: string,
  ) {}

  async ask(path: string, init: RequestInit = {}): Promise<FeedAnswer> {
    const headers = { 'X-Api-Key': this.key, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.url}${path}`, { ...init, headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async json<T>(path: string): Promise<T> {
    const { status, text } = await this.ask(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** What of the stream is new and what is deleted, as `value type`. */
  async stream(query = ''): Promise<{ added: string[]; deleted: string[] }> {
    const answer = await this.json<Record<'new' | 'deleted', Named[]>>(
      `/v1/decisions/stream${query}`,
    );
    return { added: answer.new.map(named).sort(), deleted: answer.deleted.map(named).sort() };
  }
}

interface Named {
  readonly value: string;
  readonly type: string;
}

function named({ value, type }: Named): string {
  return `${value} ${type}`;
}
