-- An event can be handled again from its payload; the row says how often, by whom, and how it went. A payload that
-- was forgotten is JSON's null.
ALTER TABLE webhook_events ADD COLUMN replays INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhook_events ADD COLUMN last_replay_at INTEGER;
ALTER TABLE webhook_events ADD COLUMN last_replay_by TEXT;
ALTER TABLE webhook_events ADD COLUMN last_replay_outcome TEXT
  CHECK (last_replay_outcome IN ('processed', 'ignored', 'quarantined', 'failed'));

-- A partner reads the deliveries of its account page by page, the newest first, or only those that need a look.
CREATE INDEX webhook_events_by_account ON webhook_events (account_id, last_delivery_at DESC, event_id DESC);
CREATE INDEX webhook_events_needing_a_look ON webhook_events (account_id, last_delivery_at DESC, event_id DESC)
  WHERE outcome IN ('failed', 'quarantined');
CREATE INDEX webhook_events_to_forget ON webhook_events (last_delivery_at)
  WHERE payload <> 'null' AND outcome IN ('processed', 'ignored');

-- Deliveries that nobody proved to be Stripe's. Anyone can send them, so they are counted and nothing of them is kept.
CREATE TABLE rejected_deliveries (
  hour_at INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('no_signature', 'malformed_signature', 'too_old', 'dated_ahead',
    'not_a_snapshot', 'reencoded', 'altered', 'wrong_secret', 'too_large')),
  deliveries INTEGER NOT NULL CHECK (deliveries > 0),
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (hour_at, cause)
) STRICT, WITHOUT ROWID;
