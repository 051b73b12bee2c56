/**
 * Visitors of the last 24 hours as they were last judged before this cycle, of whom a cycle that judges only those who moved does not
 * know: those with one of `agents`, in one of `prefixes`, or behind one of `clients`. Rows are `KnownVisitor`.
 *
 * Parameters: `from`, `to` (DateTime64(3), UTC; `to` is the cycle's as-of), `agents`, `prefixes` (CIDR), `clients` (Array(String)).
 */
export const knownVisitors = `
  SELECT key_type AS keyType, key, address, user_agent AS userAgent, nature, stance
  FROM (
    SELECT key_type, key, address, user_agent, nature, stance, as_of,
      if(isIPv4String(address) OR isIPv6String(address), address, '::') AS parsable
    FROM visitor_judgements
    WHERE as_of >= {from: DateTime64(3, 'UTC')} AND as_of < {to: DateTime64(3, 'UTC')}
      AND last_seen >= {from: DateTime64(3, 'UTC')}
      AND key_type IN ('address', 'address_user_agent', 'session', 'api_sub_visitor')
      AND (
        user_agent IN {agents: Array(String)}
        OR arrayExists(prefix -> isIPAddressInRange(parsable, prefix), {prefixes: Array(String)})
        OR (key_type = 'api_sub_visitor' AND arrayExists(client -> startsWith(key, concat(client, '|')), {clients: Array(String)}))
      )
  )
  ORDER BY as_of DESC
  LIMIT 1 BY key_type, key`;
