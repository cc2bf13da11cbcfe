import { beforeAll, describe, expect, test } from "vitest";
import { asksForMail } from "../auth/sign-in-mail";
import { failedEmail } from "../email/messages-of";
import { type Customer, clickOn, type Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { fieldOf, Visitor } from "../shop/visitor";
import { deliver } from "../stripe/deliver";
import { unusedEvent } from "../stripe/sample-events";
import { appRoutes, type Examples } from "./app-routes";
import { broken, endless, foreign, type HonestForm, outlandish, send } from "./forged-form";
import { routesWithAction } from "./routes-with-action";
import { everyRow } from "./rows";

const FORGED_DECISION = { choice: "keep", due: "1", note: "Forged" };
const FORGED_PORTAL = {
  title: "Forged",
  theme: "dark",
  creditWord: "tokens",
  locale: "de-DE",
  planOrder: "cheapest_first",
};
const FORGED_PLAN = { name: "Forged", credits: "1", price: "1", active: "on" };

let ana: Customer;
/** For each action a form that is good: sent honestly, each of them changes something or is answered well. */
let forms: Map<string, HonestForm>;

beforeAll(async () => {
  const shop = await openShop({ plans: [starterPack] });
  ana = await shop.customer();
  const owner = await shop.owner();
  const waiting = new Visitor(shop.host);
  const { code, token } = await asksForMail(waiting, ana.email);
  await ana.chooses("Starter Pack");
  await ana.walletIsCopied();
  const click = clickOn(await ana.browser.get("/credits"), "Starter Pack");
  const newPlan = await owner.browser.get("/settings/customer-credit-plans/new");
  const adjustment = await owner.browser.get(`/customers/${ana.id}`);
  const paths = pathsOf({
    ":eventId": await heardEvent(shop),
    ":token": token,
    ":planId": click.planId,
    ":customerId": ana.id,
    ":memberId": shop.ownerId,
    ":kind": "low_credits",
    ":emailId": await failedEmail(ana),
  });
  const fields: Fields = {
    "routes/sign-in": [new Visitor(shop.host), { email: ana.email, next: "/" }],
    "routes/sign-in-code": [waiting, { code, next: "/" }],
    "routes/sign-in-link": [new Visitor(shop.host), {}],
    ...formsOfAnyPage(ana),
    "routes/dashboard/plans/new-credit-plan": [
      owner.browser,
      { ...FORGED_PLAN, formId: fieldOf(newPlan, "formId") },
    ],
    "routes/dashboard/plans/start-with-three-plans": [owner.browser, { formId: "form_forged" }],
    "routes/dashboard/plans/edit-credit-plan": [owner.browser, { ...FORGED_PLAN, version: "1-active" }],
    ...customerForms(owner, fieldOf(adjustment, "formId")),
    ...switchForms(owner),
    ...emailForms(owner),
    "routes/dashboard/plans/delete-credit-plan": [owner.browser, {}],
    "routes/dashboard/billing/replay-event": [owner.browser, {}],
    ...portalForms(owner),
    ...ownersForms(owner),
    ...stripeForms(owner),
    "routes/dashboard/billing/reconcile": [owner.browser, { intent: "compare", days: "3" }],
    "routes/portal/credits": [ana.browser, click],
    ...machineForms(ana),
    "routes/unknown": [ana.browser, { any: "thing" }],
  };
  forms = formsOf(fields, paths);
});

/** Who sends a form, and what is in it. */
type Fields = Record<string, [Visitor, Record<string, string>]>;

const formsOf = (fields: Fields, paths: Map<string, string>): Map<string, HonestForm> =>
  new Map(
    Object.entries(fields).map(([id, [{ origin, cookie }, form]]) => [
      id,
      { origin, cookie, path: paths.get(id) ?? "", fields: form },
    ]),
  );

async function heardEvent({ accountId }: Shop): Promise<string> {
  const event = unusedEvent(accountId);
  await deliver(event);
  return event.id;
}

const formsOfAnyPage = ({ browser }: Customer): Fields => ({
  "routes/sign-out": [browser, {}],
  "routes/language": [browser, { language: "fr", next: "/credits" }],
  "routes/portal/account": [browser, { place: "all" }],
});

/** What is sent from the pages about one customer. */
const customerForms = ({ browser, shop }: Owner, formId: string): Fields => ({
  "routes/dashboard/customers/new-customer": [browser, { formId, email: "forged@customer.test" }],
  "routes/dashboard/customers/import-customers": [browser, { text: "email\nforged@customer.test" }],
  "routes/dashboard/customers/invite-customer": [browser, { formId }],
  "routes/dashboard/customers/customer": [browser, { formId, intent: "add", amount: "1", note: "Forged" }],
  "routes/dashboard/customers/refund-case": [browser, { ...FORGED_DECISION, formId }],
  "routes/dashboard/customers/preview-portal": [browser, {}],
  "routes/dashboard/customers/customer-features": [browser, { pricePerMinute: "9", graceUnit: "seconds" }],
  "routes/dashboard/customers/change-access": [browser, { change: "block" }],
  "routes/dashboard/customers/block-purchases": [browser, { to: "block", reason: "Forged" }],
  "routes/dashboard/customers/show-plan": [browser, { to: "off" }],
  "routes/dashboard/customers/edit-customer": [browser, { name: "Forged", email: "forged@customer.test" }],
  "routes/preview": [new Visitor(shop.host), {}],
});

const portalForms = ({ browser, shop }: Owner): Fields => ({
  "routes/dashboard/account": [browser, { place: "all" }],
  "routes/dashboard/workspaces": [browser, { partner: shop.partnerId }],
  "routes/dashboard/portal/portal": [browser, FORGED_PORTAL],
  "routes/dashboard/portal/custom-domain": [browser, { intent: "claim", host: "credits.forged.test" }],
  "routes/dashboard/portal/portal-images": [browser, { kind: "logo", intent: "remove" }],
});

const switchForms = ({ browser }: Owner): Fields => ({
  "routes/dashboard/plans/switch-active": [browser, { to: "off" }],
  "routes/dashboard/plans/switch-popular": [browser, { to: "on" }],
  "routes/dashboard/plans/clean-up-plans": [browser, { plan: "plan_forged", sure: "on" }],
  "routes/dashboard/plans/plan-order": [browser, { order: "cheapest_first" }],
  "routes/dashboard/plans/move-credit-plan": [browser, { place: "2" }],
  "routes/dashboard/plans/duplicate-credit-plan": [browser, { formId: "form_copied" }],
});

const stripeForms = ({ browser }: Owner): Fields => ({
  "routes/dashboard/stripe/stripe-connect": [browser, { intent: "refresh" }],
  "routes/dashboard/stripe/disconnect-stripe": [browser, { word: "disconnect" }],
});

const ownersForms = ({ browser }: Owner): Fields => ({
  "routes/dashboard/team/team": [browser, { email: "forged@team.test", name: "", role: "owner" }],
  "routes/dashboard/team/team-member": [browser, { intent: "resend", invitedAt: "1" }],
  "routes/dashboard/plan-tier": [browser, { tier: "starter" }],
  "routes/dashboard/billing/refund-policy": [browser, { policy: "full" }],
});

const emailForms = ({ browser }: Owner): Fields => ({
  "routes/dashboard/emails/email-domain": [browser, { intent: "check" }],
  "routes/dashboard/emails/emails": [browser, { kind: "credits_added", to: "on" }],
  "routes/dashboard/emails/preview-email": [browser, {}],
  "routes/dashboard/emails/send-email-again": [browser, {}],
});

/** What is posted to machine paths, here without a token. */
function machineForms({ id, shop }: Customer): Fields {
  const browser = new Visitor("localhost:8787");
  return {
    "routes/operator/rebuild": [browser, {}],
    "routes/operator/restore-wallet": [browser, { partnerId: shop.partnerId, customerId: id }],
    "routes/operator/set-tier": [browser, { partnerId: shop.partnerId, tier: "pro" }],
    "routes/operator/verify": [browser, {}],
  };
}

/**
 * Everything that a form could change: D1, and the purchases and entries in the customer's wallet. That a delivery
 * without Stripe's signature was turned away is counted, and meant to be.
 */
const everything = async () => ({
  rows: { ...(await everyRow()), rejected_deliveries: [] },
  purchases: await ana.wallet((_wallet, { storage }) =>
    storage.sql.exec("SELECT * FROM purchases").toArray(),
  ),
  entries: await ana.entries(),
});

test("every action has a form here that others try to forge", () => {
  expect([...forms.keys()].sort()).toEqual(routesWithAction.toSorted());
});

test("a form that another site sends is turned away at the door, through every address of its action", async () => {
  const before = await everything();
  for (const [id, form] of forms) {
    const addresses = [`${form.path}.data`, `${form.path}?_data=${id}`];
    // A machine is no site: what it sends is held against its token instead.
    if (!id.startsWith("routes/operator/")) addresses.push(form.path, `${form.path}?index`);
    for (const path of addresses) {
      for (const [what, sent] of Object.entries(foreign(form))) {
        const { status } = await send({ ...form, path }, sent);
        expect([400, 403], `${what} to ${path}: ${status}`).toContain(status);
      }
    }
  }
  expect(await everything()).toEqual(before);
});

test("what is no form of ours is refused as the sender's mistake, and changes nothing", async () => {
  const before = await everything();
  const wrong: string[] = [];
  for (const [id, form] of forms) {
    // Whoever reads no field has nothing to trip over.
    const takesFields = Object.keys(form.fields).length > 0;
    for (const path of [form.path, `${form.path}.data`]) {
      for (const [what, sent] of Object.entries({ ...outlandish(form), ...(takesFields && broken(form)) })) {
        const { status } = await send({ ...form, path }, sent);
        if (status < 400 || status > 499) wrong.push(`${what} to ${id} at ${path}: ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toEqual(before);
});

const refreshStripe = () => forms.get("routes/dashboard/stripe/stripe-connect") as HonestForm;

test("a page without an action answers a post with 405 and a page that says so", async () => {
  const { origin, cookie } = refreshStripe();
  const owner = new Visitor(new URL(origin).host).steal(cookie);
  const page = await owner.post("/settings", {});
  expect(page.status).toBe(405);
  expect(page.text).not.toContain("routes/");
  expect(page.html).toMatch(/<h[12][^>]*>[^<]+<\/h[12]>/);
});

describe("our own page", () => {
  test("may name only Sec-Fetch-Site, and say same-origin", async () => {
    const body = new URLSearchParams(refreshStripe().fields).toString();
    const headers = {
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    };
    expect((await send(refreshStripe(), { body, headers })).status).toBe(303);
  });

  test("must state how long its form is", async () => {
    expect((await send(refreshStripe(), endless(refreshStripe()))).status).toBe(413);
  });
});

/** Where each route is, by its id. */
const pathsOf = (examples: Examples) => new Map(appRoutes(examples).map(({ id, path }) => [id, path]));
