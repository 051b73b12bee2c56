import { type ClickHouse } from '../parts/click-house.js';
import { type KafkaCluster } from '../parts/kafka.js';
import { type Colours } from '../terminal/terminal.js';
import { ANALYST_QUERIES, type AnalystQuery } from './analyst-queries.js';

/** Where a person goes on from here. */
export interface WhereToLook {
  /** Opens the query console with the user filled in. */
  readonly play: string;
  readonly user: string;
  /** Null where the server is not ours and the person knows it. */
  readonly password: string | null;
  readonly database: string;
  readonly queries: readonly AnalystQuery[];
  /** Shows the verdicts as WAFs get them. */
  readonly tail: string;
}

export function whereToLook(clickHouse: ClickHouse, tail: string): WhereToLook {
  const { url, analyst, database, env } = clickHouse;
  const user = analyst?.user ?? env['CLICKHOUSE_USER'] ?? 'default';
  return {
    play: `${url}/play?user=${encodeURIComponent(user)}`,
    user,
    password: analyst?.password ?? null,
    database,
    queries: ANALYST_QUERIES.map(({ title, sql }) => ({
      title,
      sql: sql.replaceAll('{database}', database),
    })),
    tail,
  };
}

/** The command that tails the verdict topic of a cluster. */
export function tailCommand({ brokers, topics }: KafkaCluster): string {
  const topic = topics.verdicts === 'wherefore.verdicts' ? '' : ` --topic ${topics.verdicts}`;
  return `npx wherefore verdicts --follow --brokers ${brokers.join(',')}${topic}`;
}

export function renderWhereToLook(look: WhereToLook, { bold, cyan, dim }: Colours): string {
  const password = look.password === null ? 'your own password' : `password ${bold(look.password)}`;
  return [
    bold(cyan('Where to look next')),
    `  ${bold(look.play)}`,
    `    a query console; user ${look.user}, ${password}`,
    '  SQL worth trying there:',
    ...look.queries.flatMap(({ title, sql }) => [`    ${dim(`-- ${title}`)}`, `    ${sql}`]),
    '  The verdicts, as a WAF gets them:',
    `    ${bold(look.tail)}`,
  ].join('\n');
}
