import { beforeAll, expect, test } from "vitest";
import { type AppRoute, appRoutes } from "../http/app-routes";
import { linksNamed } from "../plans/credit-plans-page";
import type { Customer, Member, Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";

const sources = import.meta.glob<string>("../../app/routes/dashboard/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What only an owner opens, and what only an owner sends. Every other page and form of the dashboard is a member's too. */
const OWNERS_PAGES = [
  "routes/dashboard/team/team",
  "routes/dashboard/team/team-member",
  "routes/dashboard/stripe/disconnect-stripe",
  "routes/dashboard/portal/custom-domain",
];
const OWNERS_FORMS = [
  ...OWNERS_PAGES,
  "routes/dashboard/plan-tier",
  "routes/dashboard/billing/refund-policy",
  "routes/dashboard/stripe/stripe-connect",
  "routes/dashboard/emails/email-domain",
];

let shop: Shop;
let owner: Owner;
let mia: Member;
let ana: Customer;
let routes: AppRoute[];

beforeAll(async () => {
  shop = await openShop({ plans: [starterPack] });
  [owner, mia, ana] = [await shop.owner(), await shop.member(), await shop.customer()];
  const { purchaseId } = await ana.chooses("Starter Pack");
  const planId = await shop.offers({ ...starterPack, name: "Second" });
  routes = appRoutes({
    ":planId": planId,
    ":customerId": ana.id,
    ":memberId": shop.ownerId,
    ":purchaseId": purchaseId,
  }).filter(({ site }) => site === "dashboard");
});

const hasAction = ({ id }: AppRoute) =>
  Object.entries(sources).some(
    ([file, source]) =>
      file.replace(/\.tsx?$/, "").endsWith(`/app/${id}`) && /^export const action\b/m.test(source),
  );

test("an owner opens every page of the dashboard, and a member every page but the owner's", async () => {
  const closed: string[] = [];
  for (const { id, path } of routes) {
    const [forOwner, forMember] = [await owner.browser.get(path), await mia.browser.get(path)];
    expect(forOwner.status, id).not.toBe(403);
    if (forMember.status === 403) {
      closed.push(id);
      expect(forMember.text, id).toContain(
        `Only the owner can do this Nothing was changed. Ask Olivia (${shop.ownerEmail}).`,
      );
    } else {
      expect(forMember.status, id).toBe(forOwner.status);
    }
  }
  expect(closed.sort()).toEqual([...OWNERS_PAGES].sort());
});

test("a member's form is refused wherever it is the owner's, before anything in it is looked at, and nowhere else", async () => {
  const refused: string[] = [];
  for (const route of routes.filter(hasAction)) {
    const answer = await mia.browser.post(route.path, {});
    if (answer.status === 403) refused.push(route.id);
  }
  expect(refused.sort()).toEqual([...OWNERS_FORMS].sort());
});

test("L8–9 the navigation and the index of Settings lead a member only to what they may open", async () => {
  for (const [browser, sees] of [
    [owner.browser, true],
    [mia.browser, false],
  ] as const) {
    const settings = await browser.get("/settings");
    expect(linksNamed(settings, "Team")).toEqual(sees ? ["/settings/team"] : []);
    const links = [...settings.html.matchAll(/<a\b[^>]*href="(\/[^"#?]*)"/g)].map(([, href = ""]) => href);
    for (const href of new Set(links)) {
      if (href.startsWith("/assets")) continue;
      expect((await browser.get(href)).status, href).toBeLessThan(400);
    }
  }
});
