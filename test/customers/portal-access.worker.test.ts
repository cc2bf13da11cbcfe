import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { asksForMail } from "../auth/sign-in-mail";
import { inboxOf } from "../shop/outside";
import { fieldOf } from "../shop/visitor";
import { at, auditOf, opens, openWith, pageOf, rowOf, seen } from "./manage";

test("L136 a customer is let into the portal by a click, is told so by e-mail once, and can be told again", async () => {
  const { shop, owner } = await openWith();
  const email = `ben@${shop.name}.test`;
  const id = await shop.invites(email);
  await env.DB.prepare("UPDATE customers SET portal_access = 'none' WHERE id = ?").bind(id).run();
  const before = await opens(owner, { id });
  expect(before.text).toContain("Enable Customer Portal");
  expect(seen(before)[0]).toContain("They have not been let into the portal · Portal access");

  const invite = (form: Record<string, string>) => owner.browser.post(at({ id }, "invite"), form);
  const form = { formId: fieldOf(before, "formId"), from: fieldOf(before, "from") };
  const [answer] = await Promise.all([invite(form), invite(form)]);
  expect(answer.location).toBe(`${pageOf({ id })}?invited`);
  expect((await owner.browser.get(answer.location ?? "")).text).toContain("Customer invited");
  expect(await rowOf({ id })).toMatchObject({ portal_access: "invited", email_verified_at: null });
  expect(await auditOf({ id })).toEqual([
    {
      action: "customer.invited",
      before: { portalAccess: "none" },
      after: { portalAccess: "invited" },
    },
  ]);
  const waiting = await opens(owner, { id });
  expect(waiting.text).not.toContain("Enable Customer Portal");
  expect(seen(waiting)[0]).toContain("They were let in and have not signed in yet");

  for (const tab of ["", "/billing", "/features"])
    expect((await owner.browser.get(`/customers/${id}${tab}`)).text).toContain("Invite again");
  await invite({ formId: fieldOf(waiting, "formId"), from: "customer" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await inboxOf(email, "Your invitation", 2)).toHaveLength(2);
  await env.DB.prepare("UPDATE customers SET portal_access = 'active' WHERE id = ?").bind(id).run();
  expect((await opens(owner, { id })).text).not.toContain("Invite again");
});

test.each(["missing", "off"])(
  "L137 with a portal that is %s nobody is let in, and it is said why",
  async (how) => {
    const { shop, owner } = await openWith();
    const id = await shop.invites("ben@customer.test");
    await env.DB.batch([
      env.DB.prepare("UPDATE customers SET portal_access = 'none' WHERE id = ?").bind(id),
      how === "off"
        ? env.DB.prepare("UPDATE portals SET enabled = 0 WHERE partner_id = ?").bind(shop.partnerId)
        : env.DB.prepare("DELETE FROM portals WHERE partner_id = ?").bind(shop.partnerId),
    ]);
    const page = await opens(owner, { id });
    expect(page.text).toContain("Set up your whitelabel portal first");
    expect(seen(page)[0]).toContain("Your portal is missing or off · Open portal settings");

    const refused = await owner.browser.post(at({ id }, "invite"), {
      formId: fieldOf(page, "formId"),
      from: "customer",
    });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Set up your whitelabel portal first");
    expect(refused.html).toContain('href="/settings/portal"');
    expect(await rowOf({ id })).toMatchObject({ portal_access: "none" });
  },
);

test("L136 a blocked customer is signed out at once, reads that access is off, and comes in again once unblocked", async () => {
  const { owner, ana } = await openWith();
  expect((await owner.browser.post(at(ana, "access"), { change: "block" })).location).toBe(
    `${pageOf(ana)}?blocked`,
  );
  expect((await ana.browser.get("/credits")).location).toContain("/sign-in");
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE subject_id = ?").bind(ana.id).first("n"),
  ).toBe(0);
  const { code } = await asksForMail(ana.browser, ana.email);
  await ana.browser.post("/sign-in/code", { code, next: "/" });
  const denied = await ana.browser.get("/credits");
  expect(denied.status).toBe(403);
  expect(denied.text).not.toContain("Starter Pack");
  expect(seen(await opens(owner, ana))[0]).toContain("They are blocked · Portal access");

  await owner.browser.post(at(ana, "access"), { change: "unblock" });
  expect((await ana.browser.get("/credits")).status).toBe(200);
  expect((await auditOf(ana)).map(({ action, before, after }) => [action, before, after])).toEqual([
    ["customer.blocked", { portalAccess: "active" }, { portalAccess: "blocked" }],
    ["customer.unblocked", { portalAccess: "blocked" }, { portalAccess: "active" }],
  ]);
});

test("blocking one customer signs out nobody else", async () => {
  const { shop, owner, ana } = await openWith();
  const bo = await shop.customer("bo");
  await owner.browser.post(at(ana, "access"), { change: "block" });
  expect((await bo.browser.get("/credits")).status).toBe(200);
  expect((await owner.browser.get("/customers")).status).toBe(200);
});
