import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import type { Member } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";
import { type Page, Visitor } from "../shop/visitor";
import { asksForMail } from "./sign-in-mail";

const PLATFORM = "localhost:8787";
const PAGE = "/workspaces";

/** Takes the address of somebody onto another partner's team. */
async function joins(shop: Shop, { email }: Member, { isInvited = false } = {}): Promise<string> {
  const id = newId("member");
  await env.DB.prepare(
    "INSERT INTO partner_members (id, partner_id, email, name, role, created_at, invited_at) VALUES (?, ?, ?, 'Mia', 'member', 3, ?)",
  )
    .bind(id, shop.partnerId, email, isInvited ? 3 : null)
    .run();
  return id;
}

/** Two partners, and somebody who works for both and is signed in to the first. */
async function bothShops(how = {}) {
  const [here, there] = [await openShop(), await openShop()];
  const mia = await here.member();
  return { here, there, mia, otherId: await joins(there, mia, how) };
}

const switches = ({ browser }: Member, { partnerId }: Shop, fields = {}) =>
  browser.post(PAGE, { partner: partnerId, ...fields });

const signsInAgain = async ({ browser, email }: Member) =>
  browser.post((await asksForMail(browser, email)).link, {});

/** Whose pages a browser sees. */
const whereIs = async ({ browser }: Member, shops: Shop[]) => {
  const { text } = await browser.get(PAGE);
  return shops.filter(({ title }) => text.includes(`${title} You are here`));
};

const auditOf = async ({ partnerId }: Shop) =>
  (
    await env.DB.prepare(
      "SELECT action, actor_id AS actor FROM audit_log WHERE partner_id = ? ORDER BY at, id",
    )
      .bind(partnerId)
      .all<{ action: string; actor: string }>()
  ).results;

const sessionsOf = async (memberId: string) =>
  (
    await env.DB.prepare("SELECT * FROM sessions WHERE subject_id = ? OR previewed_by = ?1")
      .bind(memberId)
      .all<{ token_hash: string; created_at: number; expires_at: number }>()
  ).results;

const offers = ({ html }: Page) =>
  [...html.matchAll(/aria-label="(?:Open|Join) ([^"]+)"/g)].map(([, name]) => name);

test("whoever works for two partners chooses after signing in, and goes on to where they wanted to", async () => {
  const { here, there, mia } = await bothShops();
  const signedIn = await signsInAgain(mia);
  expect(signedIn.location).toBe(`${PAGE}?next=%2F`);
  const choice = await mia.browser.get(`${PAGE}?next=%2Fcustomers`);
  expect(choice.text).toContain("Choose a workspace");
  expect(choice.text).toContain(`${here.title} You are here`);
  expect(offers(choice)).toEqual([there.title]);
  expect(await switches(mia, there, { next: "/customers" })).toMatchObject({
    status: 303,
    location: "/customers",
  });
  expect((await mia.browser.get("/customers")).text).toContain(there.title);
});

test("whoever works for one partner is asked nothing, and offered no other", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  expect((await signsInAgain(owner)).location).toBe("/");
  expect((await owner.browser.get("/home")).text).not.toContain("Switch workspace");
  expect(offers(await owner.browser.get(PAGE))).toEqual([]);
});

test("a switch ends the session here, begins one there, and is in the log of both without naming the other", async () => {
  const { here, there, mia, otherId } = await bothShops();
  const [old] = await sessionsOf(mia.id);
  const before = new Visitor(PLATFORM).steal(mia.browser.cookie);
  expect((await mia.browser.get("/home")).html).toContain(`aria-label="Switch to ${there.title}"`);
  await switches(mia, there);
  expect(await whereIs(mia, [here, there])).toEqual([there]);
  expect((await before.get("/home")).location).toBe("/sign-in?next=%2Fhome");
  expect(await sessionsOf(mia.id)).toEqual([]);
  // No new code was typed, so it lives no longer than the old one would have.
  expect(await sessionsOf(otherId)).toMatchObject([{ created_at: old?.created_at }]);
  expect(await auditOf(here)).toEqual([{ action: "session.ended", actor: mia.id }]);
  expect(await auditOf(there)).toEqual([{ action: "session.started", actor: otherId }]);
});

test("a look at a portal as a customer ends with the switch", async () => {
  const { here, there, mia } = await bothShops();
  const ana = await here.customer();
  const { html } = await mia.browser.post(`/customers/${ana.id}/preview`, {});
  const look = new Visitor(here.host);
  await look.post(/\/preview\/[^"]+/.exec(html)?.[0] ?? "", {});
  expect((await look.get("/credits")).status).toBe(200);
  await switches(mia, there);
  expect((await look.get("/credits")).status).toBe(302);
  expect(await sessionsOf(mia.id)).toEqual([]);
});

test("T2 a partner whom one does not work for is a 404, like one that nobody has, and changes nothing", async () => {
  const { here, there, mia } = await bothShops();
  const stranger = await openShop();
  for (const partner of [stranger.partnerId, "partner_of_nobody", "", there.ownerId]) {
    expect((await mia.browser.post(PAGE, { partner })).status).toBe(404);
  }
  expect(await whereIs(mia, [here, there, stranger])).toEqual([here]);
  expect([...(await auditOf(here)), ...(await auditOf(stranger))]).toEqual([]);
});

test("whoever is taken off a team loses it at once, in the session and in the list", async () => {
  const { here, there, mia, otherId } = await bothShops();
  const owner = await there.owner();
  await switches(mia, there);
  expect(await owner.browser.post(`/settings/team/${otherId}`, { intent: "remove" })).toMatchObject({
    status: 303,
  });
  expect((await mia.browser.get("/home")).location).toBe("/sign-in?next=%2Fhome");
  expect((await signsInAgain(mia)).location).toBe("/");
  expect(await whereIs(mia, [here, there])).toEqual([here]);
  expect((await switches(mia, there)).status).toBe(404);
});

test("an invitation of another partner is taken up by choosing it, and not before", async () => {
  const { there, mia, otherId } = await bothShops({ isInvited: true });
  const invitedAt = () =>
    env.DB.prepare("SELECT invited_at FROM partner_members WHERE id = ?").bind(otherId).first("invited_at");
  await signsInAgain(mia);
  expect((await mia.browser.get(PAGE)).text).toContain(`${there.title} Invited`);
  expect(await invitedAt()).toBe(3);
  await switches(mia, there);
  expect(await invitedAt()).toBeNull();
});

test("of ten switches at once one is made: the session is never doubled", async () => {
  const { there, mia, otherId } = await bothShops();
  const twins = Array.from({ length: 10 }, () => new Visitor(PLATFORM).steal(mia.browser.cookie));
  const answers = await Promise.all(twins.map((twin) => twin.post(PAGE, { partner: there.partnerId })));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await sessionsOf(otherId)).toHaveLength(1);
  expect(await auditOf(there)).toHaveLength(1);
});

test("where to go on to is always a page of ours", async () => {
  const { there, mia } = await bothShops();
  expect((await mia.browser.get(`${PAGE}?next=//evil.test`)).html).not.toContain("evil.test");
  expect(await switches(mia, there, { next: "//evil.test" })).toMatchObject({ status: 303, location: "/" });
});
