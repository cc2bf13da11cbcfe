import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { openDatabase } from "../../db/client.server";
import { type EmailToQueue, emailStatement, queueEmail } from "../../db/emails.server";
import { cron, inboxOf } from "../shop/outside";
import { openShop } from "../shop/shop";

const db = openDatabase(env.DB);

const invitation = (customerId: string, more: Partial<EmailToQueue> = {}): EmailToQueue => ({
  id: newId("email"),
  kind: "invitation",
  subjectId: `${customerId}:1`,
  to: { customerId },
  at: Date.now(),
  ...more,
});

test("what is queued twice about the same subject goes out once, in the partner's name", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  await queueEmail(db, shop.partnerId, invitation(ana.id));
  await queueEmail(db, shop.partnerId, invitation(ana.id));
  await cron();
  await queueEmail(db, shop.partnerId, invitation(ana.id));
  await cron();

  const mails = await inboxOf(ana.email, "invitation");
  expect(mails).toHaveLength(1);
  expect(mails[0]?.from).toBe(`"${shop.title}" <no-reply@topup.test>`);
  expect(mails[0]?.reply_to).toEqual([`help@${shop.name}.test`]);
  expect(mails[0]?.links).toEqual([`http://${shop.host}/sign-in`]);
});

test("a message to somebody who is no customer goes out in the platform's name", async () => {
  const shop = await openShop();
  const recipient = `nora@${shop.name}.test`;
  const details = { partnerName: shop.title, invitedBy: "Olivia" };
  const message = { kind: "member_invitation", subjectId: recipient, to: { recipient }, details } as const;
  await queueEmail(db, shop.partnerId, invitation("", message));
  await cron();

  const [mail] = await inboxOf(recipient);
  expect(mail?.subject).toBe(`Olivia invites you to ${shop.title}`);
  expect(mail?.from).toBe('"Topup" <no-reply@topup.test>');
});

test("a message is queued with what causes it, or not at all", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const impossible = env.DB.prepare("INSERT INTO partners (id) VALUES (NULL)");

  await expect(
    env.DB.batch([emailStatement(db, shop.partnerId, invitation(ana.id)), impossible]),
  ).rejects.toThrow();
  expect(await env.DB.prepare("SELECT id FROM emails WHERE customer_id = ?").bind(ana.id).first()).toBeNull();
});

test("a message that cannot be made keeps none behind it from going out", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const recipient = `nora@${shop.name}.test`;
  await queueEmail(db, shop.partnerId, {
    ...invitation("", { kind: "member_invitation", subjectId: recipient, to: { recipient } }),
    at: 1,
  });
  await queueEmail(db, shop.partnerId, invitation(newId("customer"), { at: 2 }));
  await queueEmail(db, shop.partnerId, invitation(ana.id));
  await cron();

  expect(await inboxOf(ana.email, "invitation")).toHaveLength(1);
  const { results } = await env.DB.prepare(
    "SELECT status, attempts FROM emails WHERE partner_id = ? AND kind <> 'sign_in' ORDER BY created_at",
  )
    .bind(shop.partnerId)
    .all();
  expect(results).toEqual([
    { status: "queued", attempts: 1 },
    { status: "failed", attempts: 1 },
    { status: "sent", attempts: 1 },
  ]);
});
