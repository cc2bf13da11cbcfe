import type { Evidence, Invariant } from "../evidence";
import { type CreditedPurchase, creditedPurchases } from "../returned-money";
import type { StoredPurchase, WalletContents } from "../wallet-contents";

const NOTHING = { dueMicros: 0, takenMicros: 0, keptMicros: 0 };

/** The credits of the money that went back, halves rounded up, by long division. */
function shareMicros({ purchase, paidMinor, refundedMinor, disputedMinor }: CreditedPurchase): number {
  const back = Math.min(paidMinor, refundedMinor + disputedMinor);
  const product = BigInt(purchase.credits_micros) * BigInt(back);
  const whole = product / BigInt(paidMinor);
  const rest = product % BigInt(paidMinor);
  return Number(rest + rest >= BigInt(paidMinor) ? whole + 1n : whole);
}

const standingOf = ({ cases }: WalletContents, { purchase_id }: StoredPurchase) =>
  cases.find(({ purchaseId }) => purchaseId === purchase_id) ?? NOTHING;

const reversalsOf = ({ entries }: WalletContents, { purchase_id }: StoredPurchase) =>
  entries.filter(({ idempotency_key }) => idempotency_key.startsWith(`reversal:${purchase_id}:`));

const sharesAreReversed: Invariant = {
  name: "I6 due, taken and kept are the credits of the money that went back",
  broken: (evidence) =>
    creditedPurchases(evidence).flatMap((credited) => {
      const { purchase, wallet } = credited;
      const { dueMicros, takenMicros, keptMicros } = standingOf(wallet, purchase);
      const share = shareMicros(credited);
      const isShared = dueMicros + takenMicros + keptMicros === share;
      const hasSign = Math.min(dueMicros, takenMicros, keptMicros) >= 0;
      return isShared && hasSign
        ? []
        : [`${purchase.purchase_id}: ${dueMicros} + ${takenMicros} + ${keptMicros}, went back ${share}`];
    }),
};

const takenIsInTheLedger: Invariant = {
  name: "I6 what was taken back is what the ledger says, and never more than was granted",
  broken: ({ wallets }) =>
    [...wallets.values()].flatMap((wallet) =>
      wallet.purchases.flatMap((purchase) => {
        const { takenMicros } = standingOf(wallet, purchase);
        let taken = 0;
        let isWithin = true;
        for (const { amount_micros } of reversalsOf(wallet, purchase)) {
          taken -= amount_micros;
          isWithin &&= taken >= 0 && taken <= purchase.credits_micros;
        }
        return isWithin && taken === takenMicros
          ? []
          : [`${purchase.purchase_id}: taken ${takenMicros}, the ledger says ${taken}`];
      }),
    ),
};

const policyDecides: Invariant = {
  name: "I6 where a policy decides nobody is asked, and what it takes it takes whole",
  broken: (evidence) =>
    creditedPurchases(evidence).flatMap((credited) => {
      const { purchase, wallet } = credited;
      const policies = evidence.record.policies.get(purchase.partner_id) ?? new Set();
      const { dueMicros, keptMicros } = standingOf(wallet, purchase);
      const isAsked = !policies.has("manual") && dueMicros > 0;
      const isLeft = policies.size === 1 && policies.has("full") && keptMicros > 0;
      return isAsked || isLeft
        ? [
            `${purchase.purchase_id}: ${dueMicros} due and ${keptMicros} kept with ${[...policies].join(", ")}`,
          ]
        : [];
    }),
};

const comparisonFindsNothing: Invariant = {
  name: "I18 a comparison with Stripe that follows a repairing one finds nothing to repair",
  broken: ({ secondComparisons }: Evidence) =>
    secondComparisons.flatMap(({ error, findings }) => [
      ...(error === null ? [] : [error]),
      ...findings
        // What differs from its terms waits for a person, however often it is compared.
        .filter(({ kind }) => kind !== "amount_differs")
        .map(({ kind, id }) => `${id}: ${kind}`),
    ]),
};

export const REVERSALS: Invariant[] = [
  sharesAreReversed,
  takenIsInTheLedger,
  policyDecides,
  comparisonFindsNothing,
];
