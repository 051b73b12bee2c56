import { durationOf } from './duration-of.js';

/** A setting that cannot be used. Never its value: a file may hold what nobody should read in a log. */
export interface SettingProblem {
  readonly path: readonly (string | number)[];
  /** What is allowed there. */
  readonly problem: string;
}

/**
 * Reads one section of a settings file, setting by setting. What is wrong is noted and replaced by what holds without it, so that
 * everything that is wrong comes out at once; `finish` notes names that were not asked for.
 */
export class SettingReader {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: readonly (string | number)[];
  readonly #problems: SettingProblem[];
  readonly #asked = new Set<string>();

  constructor(value: unknown, problems: SettingProblem[], path: readonly (string | number)[] = []) {
    this.#problems = problems;
    this.#path = path;
    this.#values = isSection(value) ? value : {};
    if (!isSection(value) && value !== undefined && value !== null)
      this.#note([], 'must be a section of names with values');
  }

  section(name: string): SettingReader {
    return new SettingReader(this.#take(name), this.#problems, [...this.#path, name]);
  }

  /** Each item of a list of sections. */
  sections<T>(name: string, read: (item: SettingReader) => T): readonly T[] {
    return this.#list(name).map((item, i) => {
      const reader = new SettingReader(item, this.#problems, [...this.#path, name, i]);
      if (item === null) this.#note([name, i], 'must be a section of names with values');
      const one = read(reader);
      reader.finish();
      return one;
    });
  }

  number(name: string, least: number, most: number, otherwise: number): number {
    const isIt = (value: unknown): value is number =>
      typeof value === 'number' && value >= least && value <= most;
    return this.#one(name, isIt, `must be a number from ${least} to ${most}`, otherwise);
  }

  /** In milliseconds. */
  duration(name: string, least: number, otherwise: number): number {
    const value = this.#take(name);
    if (value === undefined) return otherwise;
    const length = durationOf(value);
    if (length >= least) return length;
    const unit = least === 0 ? '' : `, ${least / 60_000} minutes or more`;
    this.#note([name], `must be a length of time, such as 90m, 12h or 30d${unit}`);
    return otherwise;
  }

  /** An RFC 3339 time, in milliseconds since the epoch. */
  instant(name: string): number {
    const value = this.#take(name);
    const at = typeof value === 'string' ? Date.parse(value) : NaN;
    if (Number.isFinite(at)) return at;
    this.#note([name], 'must be a time, such as 2026-12-31T00:00:00Z');
    return 0;
  }

  flag(name: string, otherwise: boolean): boolean {
    const isIt = (value: unknown): value is boolean => typeof value === 'boolean';
    return this.#one(name, isIt, 'must be true or false', otherwise);
  }

  /** Required where `otherwise` is null. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]], otherwise: T | null): T {
    if (otherwise === null && !this.has(name))
      this.#note([name], `is missing; there are ${choices.join(', ')}`);
    const isIt = (value: unknown): value is T => choices.some((one) => one === value);
    return this.#one(name, isIt, `must be one of ${choices.join(', ')}`, otherwise ?? choices[0]);
  }

  /** Text; required where `otherwise` is null. */
  text(name: string, otherwise: string | null, pattern = /^.{1,300}$/s, wanted = 'a text'): string {
    if (otherwise === null && !(name in this.#values)) this.#note([name], `is missing: ${wanted}`);
    const isIt = (value: unknown): value is string =>
      typeof value === 'string' && pattern.test(value);
    return this.#one(name, isIt, `must be ${wanted}`, otherwise ?? '');
  }

  texts(name: string, isIt: (text: string) => boolean, wanted: string): readonly string[] {
    return this.#list(name).flatMap((item, i) => {
      const text = typeof item === 'number' ? String(item) : item;
      if (typeof text === 'string' && isIt(text)) return [text];
      this.#note([name, i], `must be ${wanted}`);
      return [];
    });
  }

  choices<T extends string>(name: string, choices: readonly T[]): readonly T[] {
    const isIt = (text: string): boolean => choices.some((one) => one === text);
    return this.texts(name, isIt, `one of ${choices.join(', ')}`) as readonly T[];
  }

  has(name: string): boolean {
    return name in this.#values;
  }

  note(name: string, problem: string): void {
    this.#note([name], problem);
  }

  /** Notes the names that nobody asked for. */
  finish(): void {
    for (const name of Object.keys(this.#values)) {
      if (!this.#asked.has(name))
        this.#note([name], `is no setting here; there are ${[...this.#asked].join(', ')}`);
    }
  }

  #one<T>(name: string, isIt: (value: unknown) => value is T, problem: string, otherwise: T): T {
    const value = this.#take(name);
    if (value === undefined) return otherwise;
    if (isIt(value)) return value;
    this.#note([name], problem);
    return otherwise;
  }

  #list(name: string): readonly unknown[] {
    const value = this.#take(name);
    if (Array.isArray(value)) return value as unknown[];
    if (value !== undefined && value !== null) this.#note([name], 'must be a list');
    return [];
  }

  #take(name: string): unknown {
    this.#asked.add(name);
    return this.#values[name];
  }

  #note(path: readonly (string | number)[], problem: string): void {
    this.#problems.push({ path: [...this.#path, ...path], problem });
  }
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
