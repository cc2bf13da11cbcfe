import { creditsToMicros } from "../../../app/credits";
import type { Evidence, Invariant } from "../evidence";
import type { StripeSession } from "../stripe-side";
import type { StoredPurchase } from "../wallet-contents";

const isPaid = (session: StripeSession) => session.payment_status === "paid";

const purchasesOf = ({ wallets }: Evidence): StoredPurchase[] =>
  [...wallets.values()].flatMap(({ purchases }) => purchases);

/** What was given for a purchase; what is taken back and given again is looked at by itself. */
const entriesOf = ({ wallets }: Evidence, { customer_id, purchase_id }: StoredPurchase) =>
  wallets
    .get(customer_id)
    ?.entries.filter(({ kind, reference }) => kind === "purchase" && reference === purchase_id) ?? [];

function mistakeOfPaid(evidence: Evidence, session: StripeSession): string[] {
  const id = session.metadata.purchase_id;
  const purchase = purchasesOf(evidence).find(({ purchase_id }) => purchase_id === id);
  if (!purchase) return [`${id} was paid, and no wallet knows it`];

  const entries = entriesOf(evidence, purchase);
  const isSetAside =
    purchase.state === "quarantined" && evidence.record.disputedTerms.has(purchase.purchase_id);
  if (isSetAside) return entries.length === 0 ? [] : [`${id} is in quarantine and has credits`];

  const credits = entries.map((entry) => entry.amount_micros).join(" and ");
  return purchase.state === "credited" && credits === String(purchase.credits_micros)
    ? []
    : [`${id} was paid for ${purchase.credits_micros}, is ${purchase.state} and has "${credits}"`];
}

const paidIsCreditedOnce: Invariant = {
  name: "I5 each paid checkout is credited exactly once, as agreed",
  broken: (evidence) =>
    evidence.sessions.filter(isPaid).flatMap((session) => mistakeOfPaid(evidence, session)),
};

const unpaidIsNotCredited: Invariant = {
  name: "I5 what was not paid is never credited",
  broken(evidence) {
    const paid = new Set(evidence.sessions.filter(isPaid).map(({ metadata }) => metadata.purchase_id));
    return purchasesOf(evidence)
      .filter((purchase) => !paid.has(purchase.purchase_id))
      .filter((purchase) => purchase.state === "credited" || entriesOf(evidence, purchase).length > 0)
      .map(({ purchase_id, state }) => `${purchase_id} was not paid and is ${state}`);
  },
};

const termsAreFrozen: Invariant = {
  name: "I5 a purchase keeps the terms of the version that was clicked",
  broken: (evidence) =>
    purchasesOf(evidence).flatMap((purchase) => {
      const version = evidence.database.credit_plan_versions.find(
        ({ plan_id, version }) => plan_id === purchase.plan_id && version === purchase.plan_version,
      );
      const isSame =
        version?.price_minor === purchase.price_minor &&
        version.currency === purchase.currency &&
        creditsToMicros(Number(version.credits)) === purchase.credits_micros;
      return isSame ? [] : [`${purchase.purchase_id} differs from ${JSON.stringify(version)}`];
    }),
};

const salesAddUp: Invariant = {
  name: "I9 what was sold of a plan is what Stripe was paid for it",
  broken(evidence) {
    const planOf = new Map(purchasesOf(evidence).map(({ purchase_id, plan_id }) => [purchase_id, plan_id]));
    const setAside = new Set(
      purchasesOf(evidence).flatMap((purchase) =>
        purchase.state === "quarantined" ? [purchase.purchase_id] : [],
      ),
    );
    const paid = evidence.sessions
      .filter(isPaid)
      .filter(({ metadata }) => !setAside.has(metadata.purchase_id ?? ""));
    const atStripe = totals(
      paid.map(({ metadata, amount_total }) => [planOf.get(metadata.purchase_id ?? "") ?? "?", amount_total]),
    );
    const sold = totals(
      evidence.database.purchases
        .filter(({ state }) => state === "credited")
        .map(({ plan_id, price_minor }) => [String(plan_id), Number(price_minor)]),
    );
    return [...new Set([...atStripe.keys(), ...sold.keys()])]
      .filter((plan) => atStripe.get(plan) !== sold.get(plan))
      .map((plan) => `${plan}: Stripe was paid ${atStripe.get(plan)}, sold is ${sold.get(plan)}`);
  },
};

function totals(amounts: [string, number][]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? 0) + amount);
  return sums;
}

const receiptsGoOutOnce: Invariant = {
  name: "I17 each credited purchase has one receipt, and it goes out once",
  broken(evidence) {
    const emails = evidence.database.emails.filter(({ kind }) => kind === "receipt");
    const credited = purchasesOf(evidence).filter(({ state }) => state === "credited");
    const sent = emails.filter(({ status }) => status === "sent").length;
    const wrong = credited
      .map(({ purchase_id: id }) => ({ id, found: emails.filter((row) => row.subject_id === id).length }))
      .filter(({ found }) => found !== 1)
      .map(({ id, found }) => `${id} has ${found} receipts`);
    // One that was given up on may have gone out all the same, when only the answer was lost.
    const isOnce = evidence.receiptsSent >= sent && evidence.receiptsSent <= credited.length;
    return isOnce
      ? wrong
      : [...wrong, `${evidence.receiptsSent} went out of ${credited.length}, ${sent} known`];
  },
};

export const MONEY: Invariant[] = [
  paidIsCreditedOnce,
  unpaidIsNotCredited,
  termsAreFrozen,
  salesAddUp,
  receiptsGoOutOnce,
];
