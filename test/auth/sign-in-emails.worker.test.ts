import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { requestSignIn } from "../../app/auth/sign-in.server";
import { type Bindings, createContext } from "../../app/context.server";
import { welcomedBy } from "../../app/http/begin-session.server";
import { signInSite } from "../../app/http/sign-in-site";
import { openVisit } from "../../app/http/visit.server";
import { providerTurnsAway } from "../email/messages-of";
import { cron, inboxOf } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const SENT = "/settings/emails/sent";
const DAY_MS = 24 * 60 * 60 * 1_000;

type Row = Record<string, string | number | null> & { id: string; status: string; error: string | null };

/** What is kept of the codes for an address, the newest first. */
async function rowsOf(email: string): Promise<Row[]> {
  const { results } = await env.DB.prepare(
    "SELECT * FROM emails WHERE recipient = ? AND kind IN ('sign_in', 'member_sign_in') ORDER BY created_at DESC, id DESC",
  )
    .bind(email)
    .all<Row>();
  return results;
}

/** The newest row, once it is known what became of it: that happens after the answer. */
async function settledRow(email: string): Promise<Row | undefined> {
  for (let tries = 0; tries < 40; tries += 1) {
    const [row] = await rowsOf(email);
    if (row && row.status !== "sending") return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (await rowsOf(email))[0];
}

/** Somebody whom a partner lets in, and who has not been there yet. */
async function aGuest(): Promise<{ shop: Shop; email: string; id: string }> {
  const shop = await openShop();
  const [email, id] = [`gina@${shop.name}.test`, `customer_of_${shop.name}`];
  await env.DB.prepare(
    "INSERT INTO customers (id, partner_id, email, name, portal_access, created_at) VALUES (?, ?, ?, 'Gina', 'invited', 1)",
  )
    .bind(id, shop.partnerId, email)
    .run();
  return { shop, email, id };
}

test("a code that was sent leaves a row: to whom and what became of it, and neither the code nor the link", async () => {
  const { shop, email, id } = await aGuest();
  const { code, token } = await asksForMail(new Visitor(shop.host), email);
  const row = await settledRow(email);

  expect(row).toMatchObject({ kind: "sign_in", status: "sent", attempts: 1, error: null, details: "{}" });
  expect(row).toMatchObject({ partner_id: shop.partnerId, provider_id: expect.any(String) });
  const kept = JSON.stringify(await rowsOf(email));
  for (const secret of [code, token]) expect(kept).not.toContain(secret);

  const page = await (await shop.owner()).browser.get(SENT);
  expect(page.text).toContain(`Sign-in code ${email} Status Sent`);
  expect(page.html).toContain(`href="/customers/${id}"`);
});

test("a code that the provider turns away: the visitor reads what everybody reads, the partner reads why", async () => {
  const { shop, email } = await aGuest();
  const owner = await shop.owner();
  await settledRow(shop.ownerEmail);
  await providerTurnsAway(1);
  const answer = await new Visitor(shop.host).post("/sign-in", { email, next: "/" });
  expect(answer).toMatchObject({ status: 303, location: "/sign-in/code?next=%2F" });
  expect(await settledRow(email)).toMatchObject({ status: "failed", attempts: 1, provider_id: null });

  const page = await owner.browser.get(SENT);
  expect(page.text).toMatch(
    new RegExp(`Sign-in code ${email} Status Failed 503 This failure was asked for .* Tries 1`),
  );
  expect(page.text).toContain("The customer asks for a new code at sign-in");
  expect((await owner.browser.get("/")).text).not.toContain("could not be sent");

  await cron();
  expect(await inboxOf(email, "", 0)).toEqual([]);
});

test("a code is not sent again by anybody but its owner, and asking for that changes nothing", async () => {
  const { shop, email } = await aGuest();
  const owner = await shop.owner();
  await asksForMail(new Visitor(shop.host), email);
  const before = await settledRow(email);
  const answer = await owner.browser.post(`${SENT}/${before?.id}/again`, {});
  expect(answer.location).toBe(`${SENT}?again=secret`);
  expect((await owner.browser.get(answer.location ?? "")).text).toContain("A sign-in code is not sent again");

  await cron();
  expect(await rowsOf(email)).toEqual([before]);
  expect(await inboxOf(email, "")).toHaveLength(1);
  const audited = await env.DB.prepare("SELECT id FROM audit_log WHERE object_id = ?")
    .bind(before?.id)
    .first();
  expect(audited).toBeNull();
});

test("an address that nobody lets in leaves no row, here or on the platform", async () => {
  const shop = await openShop();
  const stranger = `nobody@${shop.name}.test`;
  for (const host of [shop.host, "localhost:8787"])
    await new Visitor(host).post("/sign-in", { email: stranger, next: "/" });
  await shop.owner();
  expect(await settledRow(shop.ownerEmail)).toMatchObject({ status: "sent" });
  expect(await rowsOf(stranger)).toEqual([]);
});

test("who asks too often is sent five codes, and leaves five rows", async () => {
  const { shop, email } = await aGuest();
  const statuses = [];
  for (let times = 0; times < 7; times += 1)
    statuses.push((await new Visitor(shop.host).post("/sign-in", { email, next: "/" })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  await inboxOf(email, "", 5);
  expect(await rowsOf(email)).toHaveLength(5);
});

test("a member's code stands with the partner whose dashboard it opens, and with no other", async () => {
  const shop = await openShop();
  const [owner, rival] = [await shop.owner(), await (await openShop()).owner()];
  expect(await settledRow(shop.ownerEmail)).toMatchObject({
    kind: "member_sign_in",
    partner_id: shop.partnerId,
    status: "sent",
  });
  expect((await owner.browser.get(SENT)).text).toContain(`Sign-in code of a colleague ${shop.ownerEmail}`);
  expect((await rival.browser.get(SENT)).text).not.toContain(shop.ownerEmail);
});

/** Asks for a code with a provider, or a database, of the test's own. */
async function asksBy(shop: Shop, email: string, changes: Partial<Bindings>): Promise<void> {
  const left: Promise<unknown>[] = [];
  const context = createContext({ ...env, ...changes } as unknown as Bindings, (later) => left.push(later));
  const visit = await openVisit(context, new Request(`http://${shop.host}/sign-in`));
  if (!visit) throw new Error(`${shop.host} is no site`);
  const asker = { email, welcomedBy: await welcomedBy(context, visit, email), network: null };
  await requestSignIn(context, signInSite(context.settings, visit), asker);
  await Promise.allSettled(left);
}

test("a provider that quotes what it turns down gets neither code nor link into the row", async () => {
  const { shop, email } = await aGuest();
  let quoted = "";
  const EMAIL = {
    async send({ subject, text }: { subject: string; text: string }) {
      quoted = `${subject} ${text}`;
      throw new Error(`not allowed: ${quoted}`);
    },
  };
  await asksBy(shop, email, { EMAIL_PROVIDER: "cloudflare", EMAIL } as unknown as Partial<Bindings>);

  const [code = ""] = /\d{6}/.exec(quoted) ?? [];
  const [, token = ""] = /\/sign-in\/link\/(\S+)/.exec(quoted) ?? [];
  const row = await settledRow(email);
  expect(row?.error).toMatch(/^Error: not allowed: … is your sign-in code .*$/);
  for (const secret of [code, token]) {
    expect(secret).not.toBe("");
    expect(row?.error).not.toContain(secret);
  }
});

test("a row that cannot be written keeps no code from going out", async () => {
  const { shop, email } = await aGuest();
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") {
        return (text: string) => target.prepare(text.replace("INSERT INTO emails", "INSERT INTO no_emails"));
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  await asksBy(shop, email, { DB });
  expect(await inboxOf(email, "sign-in code")).toHaveLength(1);
  expect(await rowsOf(email)).toEqual([]);
});

test("that a code was sent is forgotten after thirty days, and a receipt is not", async () => {
  const { shop, email, id } = await aGuest();
  await asksForMail(new Visitor(shop.host), email);
  await settledRow(email);
  const insert =
    "INSERT INTO emails (id, partner_id, customer_id, kind, subject_id, status, next_attempt_at, created_at)";
  await env.DB.prepare(`${insert} VALUES (?1, ?2, ?3, 'receipt', ?1, 'sent', 0, 1)`)
    .bind(`email_of_${shop.name}`, shop.partnerId, id)
    .run();
  const isAged = "UPDATE emails SET created_at = ? WHERE recipient = ?";

  await env.DB.prepare(isAged)
    .bind(Date.now() - 29 * DAY_MS, email)
    .run();
  await cron();
  expect(await rowsOf(email)).toHaveLength(1);
  await env.DB.prepare(isAged)
    .bind(Date.now() - 31 * DAY_MS, email)
    .run();
  await cron();
  expect(await rowsOf(email)).toEqual([]);
  const receipts = env.DB.prepare("SELECT id FROM emails WHERE partner_id = ? AND kind = 'receipt'");
  expect((await receipts.bind(shop.partnerId).all()).results).toHaveLength(1);
});

test("whoever reads the portal in German gets the code in German", async () => {
  const { shop, email } = await aGuest();
  const german = { "accept-language": "de" };
  await new Visitor(shop.host).post("/sign-in", { email, next: "/" }, german);
  const [mail] = await inboxOf(email, "Anmeldecode");
  expect(mail?.text).toContain("Ihr Anmeldecode");
  expect(mail?.html).toContain('<html lang="de">');
});
