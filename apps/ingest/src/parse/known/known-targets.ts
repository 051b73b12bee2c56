import { type KnownRow, NO_ROOM, type Vocabulary } from '#libs/store';
import {
  ByteTable,
  isPlainQuery,
  LineBytes,
  type LinePieces,
  PATH_ROLES,
  type PathRole,
  pathRole,
  plainPath,
  probeBeforeQuery,
  roleOfPlainQuery,
} from '#libs/traffic';
import { PieceState, STATE } from './piece-state.js';

const TEMPLATE = 1;
const ROLE = 2;
const WORDS_ROLE = 3;
const PROBE = 4;
/** With a query, plus two: 0 as long as no request had one. */
const PROBE_BEFORE_QUERY = 5;
const PATH_FACTS = 6;

/** Of queries: the role they make of another one, and which that was, plus one. */
const ROLE_BEFORE = 1;
const ROLE_AFTER = 2;

/** `GET` as it lies in the lower three bytes. */
const GET = 0x544547;
const THREE_BYTES = 0xffffff;

/**
 * Methods, paths and queries, with what the general reader says of them: template, role, probe. Paths are known with GET;
 * with another method they are known apart, since method and path tell together what a request is.
 */
export class KnownTargets {
  readonly #otherMethods = new ByteTable({ entries: 16_384, bytes: 1_048_576 }, PATH_FACTS);
  readonly #joined = new LineBytes();
  readonly #paths: ByteTable;
  readonly #queries: ByteTable;

  constructor(private readonly vocabulary: Vocabulary) {
    this.#paths = vocabulary.paths;
    this.#queries = vocabulary.queries;
  }

  /** Fills in method, path and query and what they tell. @returns false where they have to be read as text */
  read(line: LineBytes, pieces: LinePieces, row: KnownRow): boolean {
    const { methodStart, methodEnd, pathStart, pathEnd } = pieces;
    const path = this.#paths.intern(line, pathStart, pathEnd);
    row.method = this.vocabulary.names.intern(line, methodStart, methodEnd);
    if (path < 0 || row.method < 0) return false;
    row.path = path;
    const first = line.words.getInt32(methodStart, true) & THREE_BYTES;
    const isGet = first === GET && methodEnd - methodStart === 3;
    return isGet
      ? this.#readFacts(this.#paths, path, line, pieces, row)
      : this.#readOther(line, pieces, row);
  }

  /** To be called when numbers mean other texts. */
  forget(): void {
    this.#otherMethods.empty();
  }

  #readOther(line: LineBytes, pieces: LinePieces, row: KnownRow): boolean {
    if (this.#otherMethods.isFull) this.#otherMethods.empty();
    const entry = this.#otherEntry(line, pieces);
    return entry >= 0 && this.#readFacts(this.#otherMethods, entry, line, pieces, row);
  }

  /** Of method and path with a space between them, which is in neither. */
  #otherEntry(line: LineBytes, { methodStart, methodEnd, pathStart, pathEnd }: LinePieces): number {
    if (pathStart === methodEnd + 1) return this.#otherMethods.intern(line, methodStart, pathEnd);
    const joined = this.#joined;
    joined.takeTwo(line, [methodStart, methodEnd], [pathStart, pathEnd]);
    return this.#otherMethods.intern(joined, 0, joined.length);
  }

  #readFacts(
    table: ByteTable,
    entry: number,
    line: LineBytes,
    pieces: LinePieces,
    row: KnownRow,
  ): boolean {
    if (table.fact(entry, STATE) === PieceState.new) this.#learnPath(table, entry, line, pieces);
    if (table.fact(entry, STATE) !== PieceState.plain) return false;
    row.template = table.fact(entry, TEMPLATE);
    row.role = table.fact(entry, ROLE);
    row.query = -1;
    row.probe = table.fact(entry, PROBE);
    if (pieces.queryEnd === pieces.queryStart) return true;
    row.probe = this.#probeBeforeQuery(table, entry, line, pieces);
    if (row.probe === NO_ROOM) return false;
    return this.#readQuery(table.fact(entry, WORDS_ROLE), line, pieces, row);
  }

  #probeBeforeQuery(table: ByteTable, entry: number, line: LineBytes, pieces: LinePieces): number {
    const known = table.fact(entry, PROBE_BEFORE_QUERY) - 2;
    if (known !== NO_ROOM) return known;
    const path = line.text(pieces.pathStart, pieces.pathEnd);
    const probe = this.vocabulary.nameOf(probeBeforeQuery(methodOf(line, pieces), path));
    table.setFact(entry, PROBE_BEFORE_QUERY, probe + 2);
    return probe;
  }

  #readQuery(wordsRole: number, line: LineBytes, pieces: LinePieces, row: KnownRow): boolean {
    const { queryStart, queryEnd } = pieces;
    const queries = this.#queries;
    const query = queries.intern(line, queryStart, queryEnd);
    if (query < 0) return false;
    if (queries.fact(query, STATE) === PieceState.new)
      this.#learnQuery(query, line.text(queryStart, queryEnd));
    if (queries.fact(query, STATE) !== PieceState.plain) return false;
    row.query = query;
    const told = this.#roleAfter(query, wordsRole, line, pieces, row.method);
    if (told === OTHER || told === wordsRole) return true;
    row.role = this.vocabulary.nameOf(wholeRole(line, pieces));
    return row.role !== NO_ROOM;
  }

  /** What the query makes of a role, both as places in the list of roles; remembered for the last role and method. */
  #roleAfter(
    query: number,
    wordsRole: number,
    line: LineBytes,
    pieces: LinePieces,
    method: number,
  ): number {
    const queries = this.#queries;
    const before = method * PATH_ROLES.length + wordsRole + 1;
    if (queries.fact(query, ROLE_BEFORE) === before) return queries.fact(query, ROLE_AFTER);
    const role = roleOfPlainQuery(
      methodOf(line, pieces),
      PATH_ROLES[wordsRole] ?? 'other',
      line.text(pieces.queryStart, pieces.queryEnd),
    );
    queries.setFact(query, ROLE_BEFORE, before);
    queries.setFact(query, ROLE_AFTER, PATH_ROLES.indexOf(role));
    return PATH_ROLES.indexOf(role);
  }

  #learnPath(table: ByteTable, entry: number, line: LineBytes, pieces: LinePieces): void {
    const path = line.text(pieces.pathStart, pieces.pathEnd);
    const plain = plainPath(methodOf(line, pieces), path);
    if (plain === null) {
      table.setFact(entry, STATE, PieceState.odd);
      return;
    }
    const { vocabulary } = this;
    const facts = [
      vocabulary.templateOf(plain.template),
      vocabulary.nameOf(plain.role),
      PATH_ROLES.indexOf(plain.wordsRole),
      vocabulary.nameOf(plain.probe),
    ];
    if (facts.includes(NO_ROOM)) return;
    facts.forEach((fact, at) => {
      table.setFact(entry, TEMPLATE + at, fact);
    });
    table.setFact(entry, STATE, PieceState.plain);
  }

  #learnQuery(entry: number, query: string): void {
    this.#queries.setFact(entry, STATE, isPlainQuery(query) ? PieceState.plain : PieceState.odd);
  }
}

const OTHER = PATH_ROLES.indexOf('other');

function methodOf(line: LineBytes, { methodStart, methodEnd }: LinePieces): string {
  return line.text(methodStart, methodEnd);
}

function wholeRole(line: LineBytes, pieces: LinePieces): PathRole {
  const { pathStart, pathEnd, queryStart, queryEnd } = pieces;
  const query = line.text(queryStart, queryEnd);
  return pathRole(methodOf(line, pieces), line.text(pathStart, pathEnd), query);
}
