-- The same for the lists of messages and of the audit log: the address of the customer, and the name of whoever acted,
-- as they are now, and as they were last where somebody has gone.
ALTER TABLE emails ADD COLUMN customer_email TEXT;
-- A code to sign in goes to an address, which may be a customer's by now.
ALTER TABLE emails ADD COLUMN signed_in_id TEXT;
ALTER TABLE audit_log ADD COLUMN actor_name TEXT;

UPDATE emails SET customer_email = (SELECT email FROM customers
  WHERE customers.id = customer_id AND customers.partner_id = emails.partner_id) WHERE customer_id IS NOT NULL;
UPDATE emails SET signed_in_id = (SELECT customers.id FROM customers
  WHERE customers.partner_id = emails.partner_id AND customers.email = recipient) WHERE kind = 'sign_in';
CREATE INDEX emails_to_sign_in ON emails (partner_id, recipient) WHERE kind = 'sign_in';
UPDATE audit_log SET actor_name = coalesce(
  (SELECT coalesce(nullif(name, ''), email) FROM partner_members
   WHERE partner_members.id = actor_id AND partner_members.partner_id = audit_log.partner_id),
  (SELECT coalesce(nullif(name, ''), email) FROM customers
   WHERE customers.id = actor_id AND customers.partner_id = audit_log.partner_id),
  (SELECT coalesce(nullif(gone.before->>'name', ''), gone.before->>'email') FROM audit_log AS gone
   WHERE gone.partner_id = audit_log.partner_id AND gone.object_id = audit_log.actor_id AND gone.action = 'member.removed'
   ORDER BY gone.at DESC LIMIT 1))
  WHERE actor_type <> 'system';

-- What customers and the platform did is asked for without a name, and who did what by both at once.
CREATE INDEX audit_log_by_outsiders ON audit_log (partner_id, actor_type, at DESC, id DESC) WHERE actor_type <> 'member';
CREATE INDEX audit_log_by_group_and_outsiders
  ON audit_log (partner_id, actor_type, substr(action, 1, instr(action, '.') - 1), at DESC, id DESC)
  WHERE actor_type <> 'member';
CREATE INDEX audit_log_by_group_and_actor
  ON audit_log (partner_id, actor_id, substr(action, 1, instr(action, '.') - 1), at DESC, id DESC);

CREATE TRIGGER emails_begin_with_the_address AFTER INSERT ON emails WHEN NEW.customer_id IS NOT NULL
BEGIN
  UPDATE emails SET customer_email = (SELECT email FROM customers
    WHERE customers.id = NEW.customer_id AND customers.partner_id = NEW.partner_id) WHERE id = NEW.id;
END;
CREATE TRIGGER codes_begin_with_who_signs_in AFTER INSERT ON emails WHEN NEW.kind = 'sign_in'
BEGIN
  UPDATE emails SET signed_in_id = (SELECT customers.id FROM customers
    WHERE customers.partner_id = NEW.partner_id AND customers.email = NEW.recipient) WHERE id = NEW.id;
END;
CREATE TRIGGER emails_follow_a_first_address AFTER INSERT ON customers
BEGIN
  UPDATE emails SET customer_email = NEW.email WHERE customer_id = NEW.id AND partner_id = NEW.partner_id;
  UPDATE emails SET signed_in_id = NEW.id
    WHERE partner_id = NEW.partner_id AND recipient = NEW.email AND kind = 'sign_in';
END;
CREATE TRIGGER emails_follow_the_address AFTER UPDATE OF email ON customers WHEN NEW.email <> OLD.email
BEGIN
  UPDATE emails SET customer_email = NEW.email WHERE customer_id = NEW.id AND partner_id = NEW.partner_id;
  UPDATE emails SET signed_in_id = NULL
    WHERE partner_id = OLD.partner_id AND recipient = OLD.email AND kind = 'sign_in';
  UPDATE emails SET signed_in_id = NEW.id
    WHERE partner_id = NEW.partner_id AND recipient = NEW.email AND kind = 'sign_in';
END;
CREATE TRIGGER emails_follow_a_forgotten_address AFTER DELETE ON customers
BEGIN
  UPDATE emails SET customer_email = NULL WHERE customer_id = OLD.id AND partner_id = OLD.partner_id;
  UPDATE emails SET signed_in_id = NULL
    WHERE partner_id = OLD.partner_id AND recipient = OLD.email AND kind = 'sign_in';
END;

CREATE TRIGGER audit_log_begins_with_a_name AFTER INSERT ON audit_log WHEN NEW.actor_type <> 'system'
BEGIN
  UPDATE audit_log SET actor_name = coalesce(
    (SELECT coalesce(nullif(name, ''), email) FROM partner_members
     WHERE partner_members.id = NEW.actor_id AND partner_members.partner_id = NEW.partner_id),
    (SELECT coalesce(nullif(name, ''), email) FROM customers
     WHERE customers.id = NEW.actor_id AND customers.partner_id = NEW.partner_id),
    (SELECT actor_name FROM audit_log WHERE partner_id = NEW.partner_id AND actor_id = NEW.actor_id
     AND id <> NEW.id ORDER BY at DESC, id DESC LIMIT 1))
  WHERE id = NEW.id;
END;
CREATE TRIGGER audit_log_follows_a_member AFTER UPDATE OF name, email ON partner_members
WHEN coalesce(nullif(NEW.name, ''), NEW.email) <> coalesce(nullif(OLD.name, ''), OLD.email)
BEGIN
  UPDATE audit_log SET actor_name = coalesce(nullif(NEW.name, ''), NEW.email)
  WHERE partner_id = NEW.partner_id AND actor_id = NEW.id;
END;
CREATE TRIGGER audit_log_follows_a_customer AFTER UPDATE OF name, email ON customers
WHEN coalesce(nullif(NEW.name, ''), NEW.email) <> coalesce(nullif(OLD.name, ''), OLD.email)
BEGIN
  UPDATE audit_log SET actor_name = coalesce(nullif(NEW.name, ''), NEW.email)
  WHERE partner_id = NEW.partner_id AND actor_id = NEW.id;
END;
