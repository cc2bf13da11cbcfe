import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import type { SentPage } from "../../app/email/sent-filter";
import { listAttempts } from "../../db/attempts.server";
import { type AuditQuestion, readAuditPage } from "../../db/audit-log.server";
import { type CustomerNarrowing, listCustomers } from "../../db/customer-list.server";
import { isCustomer } from "../../db/customers.server";
import type { AskedCustomer } from "../../db/listed-tables";
import type { PageStart } from "../../db/page-start";
import { listPlans, listPlansNeverSoldLive } from "../../db/plans.server";
import { listReconcileRuns } from "../../db/reconcile-runs.server";
import { listOpenCases } from "../../db/refund-cases.server";
import { listPurchases, type PurchaseNarrowing, readAllSales } from "../../db/sales.server";
import { listSentEmails } from "../../db/sent-emails.server";
import { listEvents } from "../../db/webhook-log.server";
import { type Cost, costAPage, PAGE } from "./cost-of-a-page";
import { costOf } from "./counted";
import { accountOf, CUSTOMERS, openCrowdedPartner, PARTNER, PURCHASES } from "./crowd";

beforeAll(openCrowdedPartner, 240_000);

const middleOf = (table: string, at: number): PageStart => ({ at, id: `${table}${at}` });

test("L94 a page of 100,000 purchases costs a page and one row: the first, one in the middle, by state, by customer, by address, by both", async () => {
  const middle = middleOf(`${PARTNER}_p`, PURCHASES / 2);
  const [ana, bo] = [{ customerId: `${PARTNER}_c1` }, { customerId: `${PARTNER}_c2` }];
  const typed = { customerEmail: "c1@customer.test" };
  const purchases = (narrowing: Partial<PurchaseNarrowing>, from: PageStart | null = null) =>
    costOf((db) => listPurchases(db, PARTNER, { state: null, customer: null, ...narrowing }, from, PAGE));
  costAPage(
    {
      first: await purchases({}),
      middle: await purchases({}, middle),
      "a rare state": await purchases({ state: "failed" }),
      "a rare state, in the middle": await purchases({ state: "failed" }, middle),
      "a state in which none is": await purchases({ state: "processing" }),
      "one customer": await purchases({ customer: bo }),
      "one who bought much": await purchases({ customer: ana }),
      "one who bought much, in the middle": await purchases(
        { customer: ana },
        middleOf(`${PARTNER}_q`, 2500),
      ),
      "an address": await purchases({ customer: typed }),
      "an address, in the middle": await purchases({ customer: typed }, middleOf(`${PARTNER}_q`, 2500)),
      "an address in a rare state": await purchases({ customer: typed, state: "expired" }),
      "an address in a state in which none is": await purchases({ customer: typed, state: "open" }),
    },
    {
      first: PAGE,
      middle: PAGE,
      "a rare state": PAGE,
      "a rare state, in the middle": PAGE,
      "a state in which none is": 0,
      "one customer": 10,
      "one who bought much": PAGE,
      "one who bought much, in the middle": PAGE,
      "an address": PAGE,
      "an address, in the middle": PAGE,
      "an address in a rare state": PAGE,
      "an address in a state in which none is": 0,
    },
  );
  // Where none is found, one row says whether the address is a customer's.
  const isSomebodys = async (email: string) => {
    let answer: boolean | undefined;
    const { rowsRead } = await costOf(async (db) => {
      answer = await isCustomer(db, PARTNER, email);
    });
    return { answer, rowsRead };
  };
  expect(await isSomebodys(typed.customerEmail)).toEqual({ answer: true, rowsRead: 1 });
  expect(await isSomebodys("nobody@customer.test")).toEqual({ answer: false, rowsRead: 0 });
});

test("L52 the list of credit plans costs its plans, and one row for all that was sold, in however many days", async () => {
  const plans = await costOf((db) => listPlans(db, PARTNER));
  costAPage(
    { plans, "all sales": await costOf((db) => readAllSales(db, PARTNER)) },
    { plans: 20, "all sales": 1 },
  );
  expect(plans.rowsRead).toBe(20);
  const neverSoldLive = await costOf((db) => listPlansNeverSoldLive(db, PARTNER));
  expect(neverSoldLive.rowsRead).toBe(20);
});

test("L108 the refunds that wait cost as many rows as are shown", async () => {
  costAPage({ waiting: await costOf((db) => listOpenCases(db, PARTNER, 20)) }, { waiting: 20 });
});

test("L90 a page of 100,000 attempts costs a page and one row, of all customers, of one, and by address", async () => {
  const ana = { customerId: `${PARTNER}_c1` };
  const typed = { customerEmail: "c1@customer.test" };
  const attempts = (customer: AskedCustomer, from: PageStart | null = null) =>
    costOf((db) => listAttempts(db, PARTNER, customer, from, PAGE));
  costAPage(
    {
      first: await attempts(null),
      middle: await attempts(null, middleOf(`ch_${PARTNER}_p`, PURCHASES / 2)),
      "one customer": await attempts(ana),
      "one customer, in the middle": await attempts(ana, middleOf(`ch_${PARTNER}_q`, 2500)),
      "an address": await attempts(typed),
      "an address, in the middle": await attempts(typed, middleOf(`ch_${PARTNER}_q`, 2500)),
    },
    {
      first: PAGE,
      middle: PAGE,
      "one customer": PAGE,
      "one customer, in the middle": PAGE,
      "an address": PAGE,
      "an address, in the middle": PAGE,
    },
  );
});

test("L146 a page of Stripe's events costs a page and one row, also of those that need a look", async () => {
  const events = (needsALook: boolean, from: PageStart | null = null) =>
    costOf((db) => listEvents(db, accountOf(PARTNER), { needsALook, from, limit: PAGE }));
  const middle = middleOf(`${PARTNER}_e`, CUSTOMERS / 2);
  costAPage(
    {
      first: await events(false),
      middle: await events(false, middle),
      "needs a look": await events(true),
      "needs a look, in the middle": await events(true, middle),
    },
    { first: PAGE, middle: PAGE, "needs a look": PAGE, "needs a look, in the middle": PAGE },
  );
});

test("a page of the messages that were sent costs a page and one row: all, those that failed, and one kind's", async () => {
  const middle = middleOf(`${PARTNER}_e`, CUSTOMERS / 2);
  const sent = (show: SentPage["show"], from: PageStart | null = null) =>
    costOf((db) => listSentEmails(db, PARTNER, { show, from }, PAGE));
  costAPage(
    {
      first: await sent(null),
      middle: await sent(null, middle),
      failed: await sent("failed"),
      "failed, in the middle": await sent("failed", middle),
      "a rare kind": await sent("low_credits"),
      "a rare kind, in the middle": await sent("low_credits", middle),
      "a kind of which none is": await sent("invitation"),
    },
    {
      first: PAGE,
      middle: PAGE,
      failed: PAGE,
      "failed, in the middle": PAGE,
      "a rare kind": PAGE,
      "a rare kind, in the middle": PAGE,
      "a kind of which none is": 0,
    },
  );
});

test("a page of the audit log costs a page and one row: by each question, and by several together", async () => {
  const nothing = { group: null, actorId: null, actorType: null, objectId: null, from: null };
  const log = (asked: Partial<AuditQuestion>) =>
    costOf(async (db) => (await readAuditPage(db, PARTNER, { ...nothing, ...asked }, PAGE - 1)).entries);
  const from = middleOf(`${PARTNER}_a`, CUSTOMERS / 2);
  const asked: Record<string, Partial<AuditQuestion>> = {
    first: {},
    middle: { from },
    "a kind": { group: "plan" },
    "a kind, in the middle": { group: "plan", from },
    "a person": { actorId: `${PARTNER}_m` },
    customers: { actorType: "customer" },
    "customers, in the middle": { actorType: "customer", from },
    "an object": { objectId: `${PARTNER}_c7` },
    "an object and a person": { objectId: `${PARTNER}_c7`, actorId: `${PARTNER}_m` },
    "an object and who is no longer there": { objectId: `${PARTNER}_c7`, actorId: `${PARTNER}_nobody` },
    "an object, a kind and a person, in the middle": {
      ...{ objectId: `${PARTNER}_c7`, group: "customer", actorId: `${PARTNER}_m`, from },
    },
    "a kind and a person": { group: "plan", actorId: `${PARTNER}_m` },
    "a kind and customers": { group: "plan", actorType: "customer" },
    "a kind and the platform": { group: "plan", actorType: "system" },
  };
  const costs: Record<string, Cost> = {};
  for (const [name, question] of Object.entries(asked)) costs[name] = await log(question);
  const found = Object.fromEntries(Object.keys(asked).map((name) => [name, PAGE - 1]));
  costAPage(costs, { ...found, "a kind and the platform": 0, "an object and who is no longer there": 0 });
});

test("L147 the list of comparisons costs as many rows as are shown", async () => {
  costAPage({ none: await costOf((db) => listReconcileRuns(db, PARTNER, PAGE)) }, { none: 0 });
});

const EVERYBODY: CustomerNarrowing = { search: "", access: null, aiCredits: null, lowOnly: false };
const customers = (narrowing: Partial<CustomerNarrowing>, from: number | null = null) =>
  costOf((db) => listCustomers(db, PARTNER, { ...EVERYBODY, ...narrowing }, from, PAGE));

/** The number of the customer in the middle of the list. */
async function middleNumber() {
  const row = await env.DB.prepare("SELECT number FROM customers WHERE id = ?")
    .bind(`${PARTNER}_c${CUSTOMERS / 2}`)
    .first<{ number: number }>();
  return row?.number ?? 0;
}

/** Asks each question from the first page and from the middle of the list on, and holds the costs to a page. */
async function customersCostAPage(questions: [question: Partial<CustomerNarrowing>, ...found: number[]][]) {
  const middle = await middleNumber();
  const costs: Record<string, Cost> = {};
  const found: Record<string, number> = {};
  for (const [question, first = 0, fromTheMiddle = 0] of questions) {
    const name = JSON.stringify(question);
    costs[name] = await customers(question);
    costs[`${name} in the middle`] = await customers(question, middle);
    found[name] = first;
    found[`${name} in the middle`] = fromTheMiddle;
  }
  costAPage(costs, found);
}

test("L149 a page of 10,000 customers costs a page and one row: all, by each filter, and by filters together", async () => {
  await customersCostAPage([
    [{}, PAGE, PAGE],
    [{ access: "active" }, PAGE, PAGE],
    [{ access: "blocked" }, PAGE, PAGE],
    [{ access: "invited" }, 0, 0],
    [{ aiCredits: true }, PAGE, PAGE],
    [{ aiCredits: false }, PAGE, PAGE],
    [{ lowOnly: true }, PAGE, PAGE],
    [{ access: "active", aiCredits: false }, PAGE, PAGE],
    // Each of the two is so of a hundred, and both of nobody.
    [{ access: "blocked", aiCredits: false }, 0, 0],
    [{ access: "blocked", lowOnly: true }, 0, 0],
    [{ access: "active", aiCredits: true, lowOnly: true }, PAGE, PAGE],
  ]);
});

test("L149 a search costs a page and one row, whether it finds nobody, one, some or all, and beside filters", async () => {
  await customersCostAPage([
    [{ search: "nobody" }, 0, 0],
    // All of its letters in threes are with everybody, and the whole with nobody.
    [{ search: "customer customer" }, 0, 0],
    [{ search: "c777@" }, 1, 1],
    [{ search: "omer 4321" }, 1, 1],
    [{ search: "c9999@" }, 1, 0],
    [{ search: "rare & s" }, PAGE, PAGE],
    [{ search: "customer" }, PAGE, PAGE],
    [{ search: "c" }, PAGE, PAGE],
    [{ search: "ra" }, PAGE, PAGE],
    [{ search: "zz" }, 0, 0],
    [{ search: "customer", access: "blocked" }, PAGE, PAGE],
    [{ search: "rare", access: "blocked" }, 0, 0],
    [{ search: "customer 7", access: "active", aiCredits: true, lowOnly: true }, 11, 1],
  ]);
});
