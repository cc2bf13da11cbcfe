import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { linksNamed, planRows } from "../plans/credit-plans-page";
import { cron, inboxOf } from "../shop/outside";
import { Member, type Owner } from "../shop/people";
import { openShop, type Shop } from "../shop/shop";
import { fieldOf, Visitor } from "../shop/visitor";

const TEAM = "/settings/team";
let people = 0;
const somebody = () => `new${++people}-${crypto.randomUUID().slice(0, 8)}@team.test`;

const invites = ({ browser }: Owner, email: string, role = "member") =>
  browser.post(TEAM, { email, name: "Nora", role });

const rowOf = (email: string, { partnerId }: Shop) =>
  env.DB.prepare("SELECT * FROM partner_members WHERE email = ? AND partner_id = ?")
    .bind(email, partnerId)
    .first<{ id: string; role: string; invited_at: number | null }>();

/** Invites somebody, who comes. */
async function joins(shop: Shop, owner: Owner, role = "member"): Promise<Member> {
  const email = somebody();
  await invites(owner, email, role);
  const member = new Member(shop, (await rowOf(email, shop))?.id ?? "", email, new Visitor("localhost:8787"));
  await member.signsIn();
  return member;
}

const actionsOf = async ({ partnerId }: Shop) =>
  (
    await env.DB.prepare("SELECT action FROM audit_log WHERE partner_id = ? ORDER BY at, id")
      .bind(partnerId)
      .all<{ action: string }>()
  ).results.map(({ action }) => action);

describe("an invitation", () => {
  test("is sent by e-mail, is pending, and is taken up by the first sign-in", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const email = somebody();
    expect(await invites(owner, ` ${email.toUpperCase()} `)).toMatchObject({
      status: 303,
      location: `${TEAM}?invited`,
    });
    await cron();
    const [mail] = await inboxOf(email);
    expect(mail?.subject).toBe(`Olivia invites you to ${shop.title}`);
    const listed = async () => planRows(await owner.browser.get(TEAM)).join("\n");
    expect(await listed()).toContain(`Nora ${email} Member Invited`);

    const nora = new Member(shop, "", email, new Visitor("localhost:8787"));
    await nora.signsIn();
    expect((await nora.browser.get("/home")).status).toBe(200);
    expect(await listed()).toContain(`Nora ${email} Member Joined`);
    expect(await actionsOf(shop)).toEqual(["member.invited"]);
  });

  test("of somebody who is on the team keeps what was typed and says so", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const refused = await invites(owner, shop.ownerEmail);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Somebody with this address is on the team already");
    expect(refused.html).toContain(`value="${shop.ownerEmail}"`);
  });

  test("that is filled in wrongly names each mistake, and invites nobody", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const refused = await owner.browser.post(TEAM, { email: "nobody", name: "x".repeat(101), role: "king" });
    expect(refused.status).toBe(422);
    for (const mistake of [
      "This is not an e-mail address",
      "Name must have at most 100 characters",
      "Choose a role",
    ])
      expect(refused.text).toContain(mistake);
    expect(await actionsOf(shop)).toEqual([]);
  });

  test("sent ten times at once is one member and one message", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const email = somebody();
    const answers = await Promise.all(Array.from({ length: 10 }, () => invites(owner, email)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    await cron();
    expect(await inboxOf(email)).toHaveLength(1);
    expect(await actionsOf(shop)).toEqual(["member.invited"]);
  });

  test("is sent again by a button, once per click", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const email = somebody();
    await invites(owner, email);
    const page = `${TEAM}/${(await rowOf(email, shop))?.id}`;
    const again = { intent: "resend", invitedAt: fieldOf(await owner.browser.get(page), "invitedAt") };
    await owner.browser.post(page, again);
    await owner.browser.post(page, again);
    await cron();
    expect(await inboxOf(email, "", 2)).toHaveLength(2);
    expect(await actionsOf(shop)).toEqual(["member.invited", "member.invited_again"]);
  });

  test("that is revoked lets nobody in", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const email = somebody();
    await invites(owner, email);
    const page = `${TEAM}/${(await rowOf(email, shop))?.id}`;
    expect((await owner.browser.get(page)).text).toContain("Revoke invitation");
    await owner.browser.post(page, { intent: "remove" });
    expect(await rowOf(email, shop)).toBeNull();
    expect(await actionsOf(shop)).toEqual(["member.invited", "member.invitation_revoked"]);
  });
});

describe("whoever is removed", () => {
  test("is signed out at once, in every browser", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const nora = await joins(shop, owner);
    expect((await nora.browser.get("/home")).status).toBe(200);

    const page = await owner.browser.post(`${TEAM}/${nora.id}`, { intent: "remove" });
    expect(page).toMatchObject({ status: 303, location: `${TEAM}?removed` });
    expect((await nora.browser.get("/home")).location).toMatch(/^\/sign-in/);
    const { n } = (await env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE subject_id = ?")
      .bind(nora.id)
      .first<{ n: number }>()) ?? { n: -1 };
    expect(n).toBe(0);
  });

  test("stays in the audit log by name", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const nora = await joins(shop, owner);
    await nora.creates({ name: "Nora's", credits: "10", price: "1", active: "on" });
    await owner.browser.post(`${TEAM}/${nora.id}`, { intent: "remove" });
    expect(planRows(await owner.browser.get("/settings/audit-log?group=plan")).at(-1)).toMatch(
      /^Created a credit plan plan_\w+ Open Nora Name Nora&#x27;s /,
    );
  });
});

describe("the last owner", () => {
  test("cannot be removed and cannot become a member", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    await joins(shop, owner);
    await invites(owner, somebody(), "owner");
    for (const form of [{ intent: "remove" }, { intent: "role", role: "member" }] as Record<
      string,
      string
    >[]) {
      const refused = await owner.browser.post(`${TEAM}/${shop.ownerId}`, form);
      expect(refused.status).toBe(409);
      expect(refused.text).toContain("Somebody has to be the owner Nothing was changed.");
      expect(linksNamed(refused, "Back to Team")).toEqual([TEAM]);
    }
    expect(await rowOf(shop.ownerEmail, shop)).toMatchObject({ role: "owner" });
  });

  test("is left when two owners remove each other at once", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const other = await joins(shop, owner, "owner");
    await Promise.all([
      owner.browser.post(`${TEAM}/${other.id}`, { intent: "remove" }),
      other.browser.post(`${TEAM}/${shop.ownerId}`, { intent: "remove" }),
    ]);
    const { results } = await env.DB.prepare("SELECT role FROM partner_members WHERE partner_id = ?")
      .bind(shop.partnerId)
      .all();
    expect(results).toEqual([{ role: "owner" }]);
  });

  test("who makes another one owner may go, or become a member and lose the team at the next click", async () => {
    const shop = await openShop();
    const owner = await shop.owner();
    const nora = await joins(shop, owner);
    await owner.browser.post(`${TEAM}/${nora.id}`, { intent: "role", role: "owner" });
    expect((await nora.browser.get(TEAM)).status).toBe(200);

    expect(
      (await owner.browser.post(`${TEAM}/${shop.ownerId}`, { intent: "role", role: "member" })).location,
    ).toBe("/settings");
    expect((await owner.browser.get(TEAM)).status).toBe(403);
    expect(await actionsOf(shop)).toEqual(["member.invited", "member.role_changed", "member.role_changed"]);
  });
});

test("another partner's member is a 404, and stays untouched", async () => {
  const [here, there] = [await openShop(), await openShop()];
  const owner = await here.owner();
  const page = `${TEAM}/${there.ownerId}`;
  expect((await owner.browser.get(page)).status).toBe(404);
  for (const intent of ["remove", "role", "resend"])
    expect((await owner.browser.post(page, { intent, role: "member", invitedAt: "1" })).status).toBe(404);
  expect(await rowOf(there.ownerEmail, there)).toMatchObject({ role: "owner" });
});
