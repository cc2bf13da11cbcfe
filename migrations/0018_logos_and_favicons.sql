-- Pictures that a partner has uploaded for its portal. One is never changed, only taken out: another picture has
-- another id, so a browser may keep what it has for ever.
CREATE TABLE portal_images (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  kind TEXT NOT NULL CHECK (kind IN ('logo', 'favicon')),
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 131072),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX portal_images_by_partner ON portal_images (partner_id, kind);
