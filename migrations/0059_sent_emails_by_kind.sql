-- The list of sent e-mails, narrowed to one kind.
CREATE INDEX emails_by_kind ON emails (partner_id, kind, created_at DESC, id DESC);
