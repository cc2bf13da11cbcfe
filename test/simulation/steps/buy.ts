import { newId } from "../../../app/ids";
import { startCheckout } from "../../../app/purchases/start-checkout.server";
import type { Customer } from "../../../db/portals.server";
import type { Step } from "../step";
import type { World } from "../world";

/** A plan as it stands in D1, also one that is no longer offered: its page may still be open somewhere. */
interface PlanRow {
  id: string;
  active: number;
  deleted_at: number | null;
}

const SESSION = /cs_[A-Za-z0-9_]+/;

async function click(
  world: World,
  customer: Customer,
  plan: PlanRow,
  clickId: string,
): Promise<string | null> {
  const wasOnOffer = plan.active === 1 && plan.deleted_at === null;
  const page = await world.attempt(() => startCheckout(world.asCustomer(customer), plan.id, clickId));
  world.record.clicks.push({ customerId: customer.id, planId: plan.id, clickId, wasOnOffer, page });

  const sessionId = SESSION.exec(page ?? "")?.[0];
  if (!sessionId) return page === null ? "no page" : "the page of a purchase that went on";
  const shop = world.shopOf(customer);
  const { metadata } = await world.stripe.session(shop.account.accountId, sessionId);
  const known = world.checkouts.findIndex((checkout) => checkout.sessionId === sessionId);
  if (known >= 0) return `checkout ${known} again`;
  const purchaseId = metadata.purchase_id ?? "";
  world.checkouts.push({ customer, shop, sessionId, purchaseId, paidBy: null, isOpen: true });
  return `checkout ${world.checkouts.length - 1}`;
}

async function choosePlan(world: World, customer: Customer): Promise<PlanRow | undefined> {
  const { results } = await world.bindings.DB.prepare(
    "SELECT id, active, deleted_at FROM credit_plans WHERE partner_id = ? ORDER BY created_at, rowid",
  )
    .bind(customer.partnerId)
    .all<PlanRow>();
  return world.random.oneOf(results);
}

async function clickOnSome(world: World, times: number): Promise<string | null> {
  const customer = world.random.oneOf(world.customers)!;
  const plan = await choosePlan(world, customer);
  if (!plan) return null;
  const clickId = newId("click");
  const clicks = Array.from({ length: times }, () => click(world, customer, plan, clickId));
  return (await Promise.all(clicks)).join(", ");
}

export const BUYING: Step[] = [
  { name: "click", weight: 10, run: (world) => clickOnSome(world, 1) },
  { name: "double click", weight: 3, run: (world) => clickOnSome(world, 2) },
  {
    name: "click once more, from a page that stayed open",
    weight: 3,
    async run(world) {
      const earlier = world.random.oneOf(world.record.clicks);
      if (!earlier) return null;
      const customer = world.customers.find(({ id }) => id === earlier.customerId)!;
      const plan = await world.bindings.DB.prepare(
        "SELECT id, active, deleted_at FROM credit_plans WHERE partner_id = ? AND id = ?",
      )
        .bind(customer.partnerId, earlier.planId)
        .first<PlanRow>();
      return plan ? click(world, customer, plan, earlier.clickId) : null;
    },
  },
];
