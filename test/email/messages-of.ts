import { env } from "cloudflare:test";
import { newId } from "../../app/ids";
import { cron, inboxOf, type Mail } from "../shop/outside";
import type { Customer } from "../shop/people";

/** The kinds of the messages that a customer was called for, in the order of their names. */
export async function kindsOf(customer: Customer): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT kind FROM emails WHERE customer_id = ? ORDER BY kind")
    .bind(customer.id)
    .all<{ kind: string }>();
  return results.map(({ kind }) => kind);
}

/** The one message with this in its subject; that there is no other is part of the answer. */
export async function onlyMail(customer: Customer, subject: string): Promise<Mail> {
  const [mail, ...more] = await inboxOf(customer.email, subject);
  if (!mail || more.length > 0)
    throw new Error(`${customer.email} has ${more.length + Number(!!mail)} of "${subject}"`);
  return mail;
}

export async function switchKind(customer: Customer, kind: string, isOn: boolean): Promise<void> {
  await env.DB.prepare("INSERT OR REPLACE INTO email_switches (partner_id, kind, is_on) VALUES (?, ?, ?)")
    .bind(customer.shop.partnerId, kind, Number(isOn))
    .run();
}

/** How many of the next messages the provider does not take. */
export async function providerTurnsAway(fail_next: number): Promise<void> {
  await env.INBOX.fetch("http://127.0.0.1:8025/api/faults", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fail_next, status: 503 }),
  });
}

/** What was not taken at first is due, and the cron comes by. */
export async function whatWaitsIsSent({ id }: Customer): Promise<void> {
  await env.DB.prepare("UPDATE emails SET next_attempt_at = 0 WHERE customer_id = ?").bind(id).run();
  await cron();
}

/** A message that was given up on; answers its id. */
export async function failedEmail(customer: Customer): Promise<string> {
  const id = newId("email");
  await env.DB.prepare(
    `INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, status, attempts, error, next_attempt_at, created_at)
     VALUES (?1, ?2, ?3, 'invitation', ?1, 'failed', 10, '503 The provider is down', 0, ?4)`,
  )
    .bind(id, customer.shop.partnerId, customer.id, Date.now())
    .run();
  return id;
}
