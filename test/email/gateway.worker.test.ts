import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { type Bindings, createContext } from "../../app/context.server";
import { deliverDueEmails } from "../../app/email/deliver-due-emails.server";
import { sendMessage } from "../../app/email/mailer.server";
import { newId } from "../../app/ids";
import { openDatabase } from "../../db/client.server";
import { queueEmail } from "../../db/emails.server";
import { inboxOf } from "../shop/outside";
import { openShop } from "../shop/shop";

type Handed = Parameters<typeof sendMessage>[1];

/** A Topup that sends by Cloudflare's binding, and what the binding was handed on the way. */
function byCloudflare(variables: Partial<Bindings> = {}) {
  const handed: unknown[] = [];
  const EMAIL = {
    send(message: never) {
      handed.push(message);
      return env.EMAIL?.send(message);
    },
  };
  const bindings = { ...env, EMAIL_PROVIDER: "cloudflare", EMAIL, ...variables } as unknown as Bindings;
  return { handed, settings: createContext(bindings, () => {}).settings };
}

const message = (changes: Partial<Handed> = {}): Handed => ({
  from: { name: "Acme Agents", email: "no-reply@topup.test" },
  replyTo: "help@acme.test",
  to: `${newId("email")}@customer.test`,
  subject: "Receipt",
  html: "<p>Thank you</p>",
  text: "Thank you",
  ...changes,
});

const OWN = { name: "Acme Support", email: "hello@acme.example" };

test("with Cloudflare chosen, what is queued goes out by its binding, from the platform's address", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const db = openDatabase(env.DB);
  const { handed, settings } = byCloudflare();
  const id = newId("email");
  await queueEmail(db, shop.partnerId, {
    id,
    kind: "invitation",
    subjectId: `${ana.id}:1`,
    to: { customerId: ana.id },
    at: 1,
  });
  await deliverDueEmails(db, settings);

  const ours = handed.filter((one) => (one as Handed).to === ana.email);
  expect(ours).toEqual([
    {
      from: { name: shop.title, email: "no-reply@topup.test" },
      replyTo: `help@${shop.name}.test`,
      to: ana.email,
      subject: expect.stringContaining("invitation"),
      html: expect.stringMatching(/^<!doctype html>/),
      text: expect.stringContaining(shop.title),
    },
  ]);
  const row = await env.DB.prepare("SELECT status, provider_id FROM emails WHERE id = ?").bind(id).first();
  expect(row).toEqual({ status: "sent", provider_id: expect.stringContaining("@topup.test") });
  expect(await inboxOf(ana.email, "invitation", 0)).toEqual([]);
});

test("with Cloudflare chosen, a partner's own domain still goes by Resend", async () => {
  const { handed, settings } = byCloudflare();
  const mail = message({ from: OWN });

  expect((await sendMessage(settings, mail, newId("email"))).outcome).toBe("sent");
  expect((await inboxOf(mail.to))[0]?.from).toBe('"Acme Support" <hello@acme.example>');
  expect(handed).toEqual([]);
});

test("without a key of Resend a partner's own domain falls back to the platform's address, and answers reach the partner", async () => {
  const { handed, settings } = byCloudflare({ EMAIL_API_KEY: "" });
  const from = { name: "Acme Support", email: "no-reply@topup.test" };

  expect((await sendMessage(settings, message({ from: OWN }), "1")).outcome).toBe("sent");
  expect((await sendMessage(settings, message({ from: OWN, replyTo: null }), "2")).outcome).toBe("sent");
  expect(handed).toMatchObject([
    { from, replyTo: "help@acme.test" },
    { from, replyTo: "hello@acme.example" },
  ]);
});

test("what the binding refuses is a failure that is tried again, and no exception", async () => {
  const { settings } = byCloudflare({ EMAIL_FROM: "somebody@else.test" });
  const refused = message({ from: { name: "Acme", email: "somebody@else.test" } });

  expect(await sendMessage(settings, refused, "1")).toEqual({
    outcome: "failed",
    error: expect.stringContaining("somebody@else.test not allowed"),
  });
});

test("with Resend chosen the binding sends nothing, and without its key nothing is configured", async () => {
  const { handed, settings } = byCloudflare({ EMAIL_PROVIDER: "resend" });
  const mail = message();

  expect((await sendMessage(settings, mail, newId("email"))).outcome).toBe("sent");
  expect(await inboxOf(mail.to)).toHaveLength(1);
  expect(await sendMessage({ ...settings, EMAIL_API_KEY: "" }, mail, "1")).toEqual({
    outcome: "not_configured",
  });
  expect(handed).toEqual([]);
});

test("no name ends the sender's header or hides another address in it", async () => {
  const { handed, settings } = byCloudflare();
  const name = 'Acme" <evil@x.test>\r\nBcc: all@x.test';
  await sendMessage(settings, message({ from: { name, email: "no-reply@topup.test" } }), "1");

  expect((handed[0] as Handed).from.name).not.toMatch(/["<>\r\n]/);
});
