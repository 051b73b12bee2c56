-- What coarser keys are made of: the TLS fingerprint seen first, and the network.
ALTER TABLE visitor_window
    ADD COLUMN IF NOT EXISTS tlsFingerprint String,
    ADD COLUMN IF NOT EXISTS asn UInt32
