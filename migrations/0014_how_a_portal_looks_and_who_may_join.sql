-- What a partner chooses about its portal beside title and colour. `custom_host` is the partner's own domain while it
-- is active, and null otherwise; how it came to be is kept elsewhere.
ALTER TABLE portals ADD COLUMN slogan TEXT NOT NULL DEFAULT '';
ALTER TABLE portals ADD COLUMN theme TEXT NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark'));
ALTER TABLE portals ADD COLUMN credit_word TEXT NOT NULL DEFAULT 'credits'
  CHECK (credit_word IN ('credits', 'minutes', 'tokens', 'units'));
ALTER TABLE portals ADD COLUMN terms_url TEXT;
ALTER TABLE portals ADD COLUMN privacy_url TEXT;
ALTER TABLE portals ADD COLUMN logo_id TEXT;
ALTER TABLE portals ADD COLUMN favicon_id TEXT;
ALTER TABLE portals ADD COLUMN signups_allowed INTEGER NOT NULL DEFAULT 0 CHECK (signups_allowed IN (0, 1));
ALTER TABLE portals ADD COLUMN custom_host TEXT CHECK (custom_host = lower(custom_host));
CREATE UNIQUE INDEX portals_by_custom_host ON portals (custom_host) WHERE custom_host IS NOT NULL;
