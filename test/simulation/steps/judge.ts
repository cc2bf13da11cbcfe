import { newId } from "../../../app/ids";
import { changeRefundPolicy } from "../../../app/partners/change-refund-policy.server";
import { releasePurchase } from "../../../app/purchases/release-purchase.server";
import type { CaseChoice } from "../../../app/refunds/case";
import { decideRefundCase } from "../../../app/refunds/decide-case.server";
import { findRefundPolicy } from "../../../db/refund-cases.server";
import type { Step } from "../step";
import type { Decided } from "../transcript";
import { type Checkout, POLICIES, type World } from "../world";

const CHOICES: readonly CaseChoice[] = ["deduct", "deduct_available", "keep"];

const nameOf = (world: World, id: string) =>
  `checkout ${world.checkouts.findIndex(({ purchaseId }) => purchaseId === id)}`;

export async function decideOn(
  world: World,
  customerId: string,
  form: Decided["form"],
): Promise<string | null> {
  const partner = world.asPartner(shopWith(world, customerId));
  const answer = await world.attempt(() => decideRefundCase(partner, customerId, form));
  world.record.decisions.push({ customerId, form, answer });
  return `${form.choice} for ${nameOf(world, form.purchaseId)}: ${answer?.outcome ?? "no answer"}`;
}

export async function release(world: World, customerId: string, purchaseId: string): Promise<string | null> {
  const partner = world.asPartner(shopWith(world, customerId));
  const answer = await world.attempt(() => releasePurchase(partner, customerId, purchaseId, "Looked at it"));
  world.record.releases.push({ customerId, purchaseId, answer });
  return `${nameOf(world, purchaseId)}: ${answer?.outcome ?? "no answer"}`;
}

const shopWith = (world: World, customerId: string) =>
  world.shopOf(world.customers.find(({ id }) => id === customerId)!);

/** What the page of open cases shows, which may be late. */
async function chooseOpenCase(world: World): Promise<{ checkout: Checkout; dueMicros: number } | undefined> {
  const { results } = await world.bindings.DB.prepare(
    "SELECT purchase_id, due_micros FROM refund_cases WHERE partner_id IN (?, ?) AND due_micros > 0",
  )
    .bind(...world.shops.map(({ partner }) => partner.id))
    .all<{ purchase_id: string; due_micros: number }>();
  const due = new Map(results.map(({ purchase_id, due_micros }) => [purchase_id, due_micros]));
  return world.random.oneOf(
    world.checkouts.flatMap((checkout) => {
      const dueMicros = due.get(checkout.purchaseId);
      return dueMicros === undefined ? [] : [{ checkout, dueMicros }];
    }),
  );
}

/** A payment that waits for somebody, and that has really been made: whoever releases it looks it up at Stripe. */
async function chooseQuarantined(world: World): Promise<Checkout | undefined> {
  const { disputedTerms } = world.record;
  const paid = world.checkouts.filter(({ paidBy, purchaseId }) => paidBy && disputedTerms.has(purchaseId));
  if (paid.length === 0) return undefined;
  const states = new Map<string, string>();
  for (const { id } of world.customers) {
    for (const { purchase_id, state } of (await world.contentsOf(id)).purchases)
      states.set(purchase_id, state);
  }
  return world.random.oneOf(paid.filter(({ purchaseId }) => states.get(purchaseId) === "quarantined"));
}

export const JUDGING: Step[] = [
  {
    name: "decide an open refund case",
    weight: 60,
    async run(world) {
      const choice = world.random.oneOf(CHOICES)!;
      const isOutdated = world.random.chance(0.15);
      const isSentTwice = world.random.chance(0.3);
      const isAnyPaid = world.checkouts.some(({ paidBy }) => paidBy !== null);
      const open = isAnyPaid ? await chooseOpenCase(world) : undefined;
      if (!open) return null;
      const { purchaseId, customer } = open.checkout;
      const dueMicros = isOutdated ? open.dueMicros + 1 : open.dueMicros;
      const form = { purchaseId, formId: newId("form"), choice, dueMicros, note: "Decided" };
      const sent = Array.from({ length: isSentTwice ? 2 : 1 }, () => decideOn(world, customer.id, form));
      return (await Promise.all(sent)).join(", ");
    },
  },
  {
    name: "send a decision again",
    weight: 10,
    async run(world) {
      const isChanged = world.random.chance(0.3);
      const otherChoice = world.random.oneOf(CHOICES)!;
      const earlier = world.random.oneOf(world.record.decisions);
      if (!earlier) return null;
      const { customerId, form } = earlier;
      return decideOn(world, customerId, isChanged ? { ...form, choice: otherChoice } : form);
    },
  },
  {
    name: "release a payment",
    weight: 24,
    async run(world) {
      const isSentTwice = world.random.chance(0.3);
      const checkout = await chooseQuarantined(world);
      if (!checkout) return null;
      const { customer, purchaseId } = checkout;
      const sent = Array.from({ length: isSentTwice ? 2 : 1 }, () => release(world, customer.id, purchaseId));
      return (await Promise.all(sent)).join(", ");
    },
  },
  {
    name: "change the refund policy",
    weight: 1,
    async run(world) {
      const shop = world.random.oneOf(world.shops)!;
      const policy = world.random.oneOf(POLICIES)!;
      await world.attempt(() => changeRefundPolicy(world.asPartner(shop), policy));
      // When the answer was lost it may be either, which the next page shows.
      shop.partner.refundPolicy = (await findRefundPolicy(world.db, shop.customers[0]!.id))!;
      world.record.policies.get(shop.partner.id)!.add(shop.partner.refundPolicy);
      return `of shop ${world.shops.indexOf(shop)}: ${shop.partner.refundPolicy}`;
    },
  },
];
