/** Name and password of one ClickHouse user. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface UsersConfigInput {
  readonly database: string;
  readonly admin: Credentials;
  readonly writer: Credentials;
  readonly analyst: Credentials;
  readonly analystViews: readonly string[];
}

/** Limits of one analyst query: seconds, rows returned, bytes of memory. */
const ANALYST_LIMITS = {
  max_execution_time: 60,
  max_result_rows: 100_000,
  max_memory_usage: 2_000_000_000,
};

/** What `/play`, Grafana and `@clickhouse/client` send with a query; everything else is refused (`readonly = 1`). */
const ANALYST_MAY_SET = [
  'add_http_cors_header',
  'enable_http_compression',
  'enable_reads_from_query_cache',
  'enable_writes_to_query_cache',
  'extremes',
  'http_headers_progress_interval_ms',
  'output_format_json_quote_64bit_integers',
  'query_cache_nondeterministic_function_handling',
  'query_cache_system_table_handling',
  'query_cache_ttl',
  'send_progress_in_http_headers',
  'use_query_cache',
];

const XML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => XML_ENTITIES[character] ?? character);

const quoteIdentifier = (name: string): string =>
  `\`${name.replace(/[\\`]/g, (character) => `\\${character}`)}\``;

const grants = (statements: readonly string[]): string =>
  `<grants>${statements.map((grant) => `<query>${escapeXml(grant)}</query>`).join('')}</grants>`;

const user = ({ user, password }: Credentials, profile: string, rights: string): string => `
    <${user}>
      <password>${escapeXml(password)}</password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>${profile}</profile>
      <quota>default</quota>
      ${rights}
    </${user}>`;

const analystProfile = (): string => {
  const limits = Object.entries(ANALYST_LIMITS);
  return `
    <analyst>
      <readonly>1</readonly>
      ${limits.map(([name, limit]) => `<${name}>${limit}</${name}>`).join('')}
      <constraints>
        ${limits.map(([name, limit]) => `<${name}><min>1</min><max>${limit}</max><changeable_in_readonly/></${name}>`).join('')}
        ${ANALYST_MAY_SET.map((name) => `<${name}><changeable_in_readonly/></${name}>`).join('')}
      </constraints>
    </analyst>`;
};

/**
 * The `users_config` file of the embedded server; passwords in clear, so write it for the owner's eyes only (0600).
 *
 * `clickhouse local` opens its own session as `default` without a password before the HTTP interface exists, so that
 * user has to be there, and anybody on the loopback interface may claim to be it. It is therefore left able to do nothing:
 * one grant (start listening), a quota of the one query that does so, and a syntax tree limit that lets that
 * statement through and no SELECT, because `SELECT file('/etc/…')` needs no grant and escapes quotas.
 *
 * The analyst may select from the named views and nothing else, but the scalar function `file()` asks for no grant
 * in this engine: give the analyst's password only to who may read the files of the server's account.
 */
export const usersConfig = (input: UsersConfigInput): string => {
  const database = quoteIdentifier(input.database);
  const views = input.analystViews.map(
    (view) => `GRANT SELECT ON ${database}.${quoteIdentifier(view)}`,
  );
  return `<clickhouse>
  <profiles>
    <default></default>
    <bootstrap>
      <max_ast_depth>2</max_ast_depth>
      <max_ast_elements>2</max_ast_elements>
      <constraints>
        <max_ast_depth><readonly/></max_ast_depth>
        <max_ast_elements><readonly/></max_ast_elements>
      </constraints>
    </bootstrap>${analystProfile()}
  </profiles>
  <quotas>
    <default></default>
    <bootstrap><interval><duration>2147483647</duration><queries>1</queries></interval></bootstrap>
  </quotas>
  <users>
    <default>
      <no_password/>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>bootstrap</profile>
      <quota>bootstrap</quota>
      ${grants(['GRANT SYSTEM LISTEN ON *.*'])}
    </default>${user(input.admin, 'default', '')}${user(
      input.writer,
      'default',
      grants([
        `GRANT SELECT, INSERT, ALTER, TRUNCATE ON ${database}.*`,
        // For scratch tables of a recount.
        'GRANT CREATE ARBITRARY TEMPORARY TABLE ON *.*',
      ]),
    )}${user(input.analyst, 'analyst', grants(views))}
  </users>
</clickhouse>
`;
};
