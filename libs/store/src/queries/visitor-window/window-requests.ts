import { inWindow } from './in-window.js';
import { learnedPlaces, learnedRole } from './learned-role.js';
import { windowForms } from './window-forms.js';
import { hostPlaces } from './window-hosts.js';

/** Each column once, named as what it is counted for. */
const ofEvents = `
    toUnixTimestamp64Milli({from: DateTime64(3, 'UTC')}) AS windowFrom,
    ['login', 'register', 'reset', 'otp', 'token', 'payment', 'payee', 'consent', 'accounts', 'search', 'item', 'cart',
     'checkout', 'coupon', 'listing', 'asset', 'challenge', 'contribution', 'vote', 'bid', 'api', 'feed', 'health'] AS roles,${hostPlaces},${learnedPlaces},
    asked AS (
      SELECT
        client_address,
        client_host,
        client_asn,
        cityHash64(client_address, client_host) AS client_hash,
        IPv6CIDRToRange(client_address, if(startsWith(toString(client_address), '::ffff:'), 120, 64)).1 AS prefix,
        user_agent_original,
        cityHash64(user_agent_original) AS agent,
        server_address AS host,
        transform(host, hostNames, hostPlaces, toUInt64(0)) AS host_place,
        cityHash64(url_path) AS page_hash,
        bitShiftLeft(host_place, 48) + bitShiftRight(cityHash64(url_path_template), 16) AS path_key,
        toUnixTimestamp64Milli(event_time) AS at,
        kafka_append_time AS appended,
        url_path AS path,
        url_query AS query,
        url_path_template AS template,
        ${learnedRole} AS role,
        request_probe AS probe,
        http_request_method AS method,
        http_response_status_code AS status,
        http_request_referer != '' AS referred,
        http_response_body_size AS bytes,
        toInt64(round(toFloat64(ifNull(duration_ms, 0)) * 1000)) AS duration_us,
        network_protocol_version AS protocol,
        session_key, account_key, api_client
      FROM `;

/** What follows from them. */
const ofRequests = `
    requests AS (
      SELECT
        *,
        method = '' AND status = 408 AS speculative,
        role = 'asset' AND method = 'GET' AND probe = '' AS asset,
        toUInt64(at - windowFrom) AS since_from,
        since_from * 4194304
          + host_place * 64
          + toUInt64(transform(role, roles, arrayEnumerate(roles), 0)) * 2
          + asset AS moment,
        status BETWEEN 200 AND 299 OR status = 304 AS served,
        status BETWEEN 400 AND 499 AS refused,
        method = 'GET' AND served AND probe = '' AND path != '/robots.txt'
          AND role IN ('login', 'register', 'reset', 'search', 'item', 'cart', 'checkout', 'listing', 'accounts', 'payee',
            'coupon', 'contribution', 'bid', 'other')
          AND NOT match(template, '\\\\.(xml|json|txt)$|/(api|rest|graphql|open-banking|v[0-9.]+)/') AS page,
        query = '' AS unquestioned,
        bitAnd(page_hash, bitNot(toUInt64(3))) + page + 2 * unquestioned AS page_mark,
        if(unquestioned, page_hash, cityHash64(path, query)) AS query_hash,
        since_from * 268435456 AS order_time,
        order_time + bitShiftRight(query_hash, 36) AS turn,
        order_time + bitShiftRight(agent, 36) AS agent_order,
        order_time + bitShiftRight(client_hash, 36) AS client_order,
        order_time + bitShiftRight(cityHash64(host, template), 36) AS template_order,
        position(template, '{id}') > 0 AS numbered,
        order_time + if(numbered, toUInt64OrZero(if(endsWith(template, '/{id}'), substringIndex(path, '/', -1),
          extract(path, '([0-9]+)[^0-9]*$'))), 0) % 268435456 AS number_mark,
        method = 'POST' AS posted,
        posted AND role = 'login' AND probe = '' AS login,
        endsWith(path, '/xmlrpc.php') AS remote_call,
        login AND NOT remote_call
          AND (status IN (400, 401, 403, 422, 423, 429) OR (status = 200 AND (host, path) IN (${windowForms}))) AS login_failed,
        login AND NOT remote_call AND NOT login_failed AND status BETWEEN 200 AND 399 AS login_succeeded,
        role IN ('api', 'token', 'otp', 'consent', 'accounts', 'payment', 'payee') AS interface,
        posted AND role = 'otp' AS otp,
        otp AND match(lower(template), 'verif|check|confirm|valid|submit|redeem|enter|pruef|bestaetig|comprob|controll') AS otp_named_check,
        otp AND NOT otp_named_check
          AND match(lower(template), 'send|resend|request|generat|issue|start|init|create|new|challenge|sms|call|envoy|enviar|invia|anforder')
          AS otp_named_send,
        otp AND NOT otp_named_check AND NOT otp_named_send AS otp_unnamed,
        otp_named_check OR (otp_unnamed AND status IN (400, 401, 403, 422)) AS otp_check,
        otp_unnamed AND NOT otp_check AS otp_unclear,
        role = 'coupon' AND method IN ('GET', 'POST', 'PUT', 'PATCH') AS coupon,
        posted AND role = 'payment' AS payment,
        posted AND role = 'payee' AS payee,
        role = 'cart' AND NOT match(lower(template), 'remove|delete|clear|empty')
          AND (method IN ('POST', 'PUT')
            OR (method = 'GET' AND match(lower(concat(path, '?', query)),
              '[?&](add[-_]?to[-_]?(cart|basket)|add)=|[?&](action|do|task|act|wc-ajax|mode)=(add|buy)|/(add|addtocart|add-to-cart|addtobasket)(/|[?]|$)')))
          AS cart_add,
        posted AND role = 'checkout' AS checkout,
        multiIf(role != 'item', 0, template = path AND query != '', query_hash, page_hash) AS item_hash,
        role = 'vote' AND method IN ('GET', 'POST', 'PUT') AS vote,
        role = 'accounts' AND method = 'GET' AS account_read
      FROM asked
    )`;

/**
 * The requests of the window `[from, to)`, one row each, with everything that is counted about them: the
 * common table `requests`, and what it needs. Events of a suspect time are left out.
 *
 * `moment` packs time (milliseconds since `from`), host (its place in `window_hosts`), path role (place in `roles`)
 * and whether it is an asset into one number that sorts by time, so that one array a visitor holds its whole
 * walk. `path_key` is the host's place and 48 bits of a hash of the path template; `page_mark` a hash of the path with two
 * bits for whether it is a page and whether there is no query; what ends in `_order`, `turn` and `number_mark` are times with
 * 28 bits of something behind. `condition` is a constant of the code and says
 * which events are looked at, `source` where they are read from. Hosts and login forms are those of `window_hosts` and `window_forms`. Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const windowRequests = (condition: string, source: string): string => `${ofEvents}${source}
      WHERE ${inWindow} AND ${condition}
    ),${ofRequests}`;
