/**
 * What each request is, for campaigns: the columns `kind` (see `CampaignKind`; '' for everything else), `went_badly`
 * and `went_well`, with the short names of the columns of `events` that they are told from; `form` says whether a login
 * form is shown at the same path. Statuses of refused logins as in `visitor-window`: 200
 * where the form is shown again. Codes: a request for a code goes badly until one is checked.
 */
export const campaignActs = `
        url_path AS path,
        url_path_template AS template,
        url_path_role AS role,
        request_probe AS probe,
        http_request_method AS method,
        http_response_status_code AS status,
        http_request_referer != '' AS referred,
        method = 'POST' AND probe = '' AS sent,
        status BETWEEN 200 AND 299 OR status = 304 AS served,
        method = 'GET' AND served AND probe = '' AND path != '/robots.txt'
          AND role IN ('login', 'register', 'reset', 'item', 'listing', 'other')
          AND NOT match(template, '\\\\.(xml|json|txt)$|/(api|rest|graphql|open-banking|v[0-9.]+)/') AS page,
        multiIf(
          sent AND role = 'login' AND NOT endsWith(path, '/xmlrpc.php'), 'login',
          sent AND role IN ('register', 'reset', 'otp', 'payment', 'consent', 'contribution'), role,
          probe = '' AND role IN ('coupon', 'token', 'accounts', 'vote'), role,
          role = 'cart' AND (sent OR position(lower(path), 'add') > 0), 'cart',
          sent AND role = 'checkout', 'cart',
          method = 'GET' AND role = 'search' AND probe = '', 'search',
          page, 'reading',
          sent AND role = 'api', 'calling',
          status = 404 AND NOT referred AND role != 'asset', 'probing',
          ''
        ) AS kind,
        kind = 'otp' AND match(path, '(?i)verif|check|confirm|valid') AS checks_code,
        multiIf(
          kind = 'login', status IN (400, 401, 403, 422, 423, 429) OR (status = 200 AND form),
          kind = 'otp', NOT checks_code,
          kind = 'cart', role = 'cart',
          kind IN ('coupon', 'payment', 'consent', 'token', 'accounts'), status BETWEEN 400 AND 499,
          kind = 'probing'
        ) AS went_badly,
        multiIf(
          kind = 'otp', checks_code,
          kind = 'cart', role = 'checkout',
          kind != '' AND NOT went_badly AND status BETWEEN 200 AND 399
        ) AS went_well`;

/** Kinds whose answers tell success from failure; visitors of the others count as bad where they act bare. */
export const tellingKinds = `('login', 'otp', 'coupon', 'payment', 'consent', 'token', 'accounts', 'cart')`;
