import type { Evidence, Invariant } from "../evidence";
import type { StoredEntry } from "../wallet-contents";

const entryOf = ({ wallets }: Evidence, customerId: string, key: string): StoredEntry | undefined =>
  wallets.get(customerId)?.entries.find((entry) => entry.idempotency_key === key);

const adjustmentKey = (formId: string) => `adjustment:${formId}`;

const answersAreKept: Invariant = {
  name: "I4 what was acknowledged is there as it was said",
  broken(evidence) {
    const forms = evidence.record.adjustments.flatMap(({ customerId, formId, amountMicros, answer }) => {
      if (answer?.outcome !== "adjusted" && answer?.outcome !== "repeated") return [];
      const entry = entryOf(evidence, customerId, adjustmentKey(formId));
      const { seq, balanceAfterMicros } = answer.entry;
      return entry?.seq === seq &&
        entry.amount_micros === amountMicros &&
        entry.balance_after_micros === balanceAfterMicros
        ? []
        : [`form ${formId} was answered with entry ${seq}, and that is ${JSON.stringify(entry)}`];
    });
    const clicks = evidence.record.clicks.flatMap(({ customerId, planId, clickId, page }) => {
      const purchase = evidence.wallets
        .get(customerId)
        ?.purchases.find(({ click_key }) => click_key === `${planId}:${clickId}`);
      return page === null || purchase ? [] : [`click ${clickId} got a page, and no purchase is there`];
    });
    return [...forms, ...clicks, ...forgottenDecisions(evidence)];
  },
};

const forgottenDecisions = ({ wallets, record }: Evidence): string[] =>
  record.decisions.flatMap(({ customerId, form, answer }) => {
    if (answer?.outcome !== "decided" && answer?.outcome !== "repeated") return [];
    const file = wallets.get(customerId)?.cases.find(({ purchaseId }) => purchaseId === form.purchaseId);
    const made = file?.decisions.find(({ formId }) => formId === form.formId);
    return made?.choice === form.choice && made.takenMicros === answer.takenMicros
      ? []
      : [`form ${form.formId} was answered with ${form.choice}, and that is ${JSON.stringify(made)}`];
  });

const nothingWasInvented: Invariant = {
  name: "I4 what is there was asked for",
  broken({ wallets, record }) {
    const forms = new Set(record.adjustments.map(({ formId }) => adjustmentKey(formId)));
    const clicks = new Set(record.clicks.map(({ planId, clickId }) => `${planId}:${clickId}`));
    return [...wallets].flatMap(([id, { entries, purchases }]) => {
      const isReversal = (key: string) =>
        purchases.some(({ purchase_id }) => key.startsWith(`reversal:${purchase_id}:`));
      const bought = new Set(purchases.map(({ purchase_id }) => `purchase:${purchase_id}`));
      return [
        ...entries
          .filter(({ idempotency_key: key }) => !forms.has(key) && !bought.has(key) && !isReversal(key))
          .map(({ seq, idempotency_key }) => `${id}: nobody asked for entry ${seq}, ${idempotency_key}`),
        ...purchases
          .filter(({ click_key }) => !clicks.has(click_key))
          .map(({ purchase_id }) => `${id}: nobody clicked for ${purchase_id}`),
      ];
    });
  },
};

const otherContentIsRefused: Invariant = {
  name: "I16 the same form with another amount writes nothing",
  broken: (evidence) =>
    evidence.record.adjustments.flatMap(({ customerId, formId, amountMicros, answer }) => {
      const entry = entryOf(evidence, customerId, adjustmentKey(formId));
      const isOther = entry !== undefined && entry.amount_micros !== amountMicros;
      const isTaken = answer?.outcome === "adjusted" || answer?.outcome === "repeated";
      return isOther && isTaken
        ? [`form ${formId} wrote ${entry.amount_micros} and ${amountMicros} was taken`]
        : [];
    }),
};

const confirmedIsDurable: Invariant = {
  name: "I11 Stripe is answered 2xx only when what it told of is on disk",
  broken: ({ record }) =>
    record.confirmations
      .filter(({ isKept }) => !isKept)
      .map(({ purchaseId }) => `${purchaseId} was forgotten`),
};

const nothingSurprises: Invariant = {
  name: "I0 no error that the faults do not explain",
  broken: ({ record }) => record.surprises,
};

export const ANSWERS: Invariant[] = [
  nothingSurprises,
  answersAreKept,
  nothingWasInvented,
  confirmedIsDurable,
  otherContentIsRefused,
];
