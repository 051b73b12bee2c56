-- What everybody behind the API clients did in the window of the newest cycle: scratch of the analysis, emptied and filled by each cycle.
-- A call counts for each key it names (consent, account, customer address), and for the address and user agent it came from.
CREATE TABLE IF NOT EXISTS api_sub_visitor_window
(
    client String,
    kind LowCardinality(String),
    value String,
    mirrors Bool,
    isNew Bool,
    address String,
    userAgent String,
    site String,
    firstSeen Int64,
    lastSeen Int64,
    lastAppended Int64,
    people UInt64,
    requests UInt64,
    attended UInt64,
    clientErrors UInt64,
    serverErrors UInt64,
    bytesOut UInt64,
    serviceTimeMs Float64,
    accountCalls UInt64,
    accountCallsRefused UInt64,
    accounts UInt64,
    accountsServed UInt64,
    accountsRefused UInt64,
    refusedCalls UInt64,
    consentsCreated UInt64,
    consentsUsed UInt64,
    authorisations UInt64,
    payments UInt64,
    paidCalls UInt64,
    tokenRequests UInt64,
    tokenFailures UInt64,
    tokensTried UInt64,
    loginAttempts UInt64,
    loginFailures UInt64,
    loginAccounts UInt64,
    acts UInt64,
    actsUnattended UInt64
)
ENGINE = MergeTree
ORDER BY (client, kind)
