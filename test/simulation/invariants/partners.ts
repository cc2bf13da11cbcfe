import type { Evidence, Invariant, Row } from "../evidence";

const offersAreOpen: Invariant = {
  name: "I10 only plans that are on offer are shown and sold, at most one of them popular",
  broken({ database, sellers, record }) {
    const offered = sellers.flatMap(({ offeredPlanIds }) => offeredPlanIds);
    const isOff = ({ active, deleted_at }: Row) => active !== 1 || deleted_at !== null;
    return [
      ...database.credit_plans
        .filter((plan) => isOff(plan) && offered.includes(String(plan.id)))
        .map(({ id }) => `${id} is off and is shown`),
      ...sellers
        .map(({ partnerId }) => ({
          partnerId,
          popular: database.credit_plans.filter(
            (plan) => plan.partner_id === partnerId && plan.popular === 1 && plan.deleted_at === null,
          ).length,
        }))
        .filter(({ popular }) => popular > 1)
        .map(({ partnerId, popular }) => `${partnerId} has ${popular} popular plans`),
      ...record.clicks
        .filter(({ wasOnOffer, page }) => !wasOnOffer && page !== null)
        .map(({ planId }) => `${planId} was off and was sold`),
    ];
  },
};

const partnersAreApart: Invariant = {
  name: "I12 no row of one partner names another's customer, plan or account",
  broken: ({ wallets, database, sellers }) =>
    sellers.flatMap(({ partnerId, accountId, customerIds }) => {
      const mine = (row: Row) => row.partner_id === partnerId;
      const { purchases, ledger_entries, customer_balances, emails, credit_plans } = database;
      const plans = credit_plans.filter(mine).map(({ id }) => id);
      return [
        ...[...purchases, ...ledger_entries, ...customer_balances, ...emails]
          .filter((row) => mine(row) !== customerIds.includes(String(row.customer_id)))
          .map((row) => `${partnerId} and a row of ${row.customer_id}`),
        ...purchases
          .filter(mine)
          .filter((row) => row.account_id !== accountId || !plans.includes(row.plan_id ?? null))
          .map(({ id }) => `${id} was sold for another partner`),
        ...customerIds
          .filter((id) => (wallets.get(id)?.owner?.partner_id ?? partnerId) !== partnerId)
          .map((id) => `the wallet of ${id} has another owner`),
      ];
    }),
};

const handsAreWrittenDown: Invariant = {
  name: "I13 one audit row for each change by hand",
  broken({ wallets, database }) {
    const rows = database.audit_log;
    const adjusted = [...wallets].flatMap(([customerId, { entries }]) =>
      entries
        .filter(({ kind }) => kind.startsWith("manual_"))
        .map(({ seq, amount_micros }) => ({ customerId, seq, amount_micros })),
    );
    const unwritten = adjusted.filter(({ customerId, seq, amount_micros }) => {
      const row = rows.find(({ id }) => id === `audit_${customerId}_${seq}`);
      return JSON.parse(String(row?.after ?? "{}")).amountMicros !== amount_micros;
    });
    const written = rows.filter(({ action }) => action === "credits.adjusted").length;
    return [
      ...unwritten.map(({ customerId, seq }) => `entry ${seq} of ${customerId} is not written down`),
      ...(written === adjusted.length ? [] : [`${adjusted.length} adjustments, ${written} audit rows`]),
      ...differenceBetween(rows, "refund.decided", decisionsByHand(wallets)),
      ...differenceBetween(rows, "purchase.released", releasesByHand(wallets)),
      ...database.credit_plans.flatMap(({ id, version }) => {
        const edits = rows.filter((row) => row.object_id === id && row.action === "plan.updated").length;
        return edits === Number(version) - 1 ? [] : [`${id} is at version ${version} after ${edits} edits`];
      }),
    ];
  },
};

const decisionsByHand = (wallets: Evidence["wallets"]): string[] =>
  [...wallets].flatMap(([customerId, { cases }]) =>
    cases.flatMap(({ decisions }) =>
      decisions.flatMap(({ formId }) => (formId === null ? [] : [`audit_${customerId}_${formId}`])),
    ),
  );

const releasesByHand = (wallets: Evidence["wallets"]): string[] =>
  [...wallets.values()].flatMap(({ entries }) =>
    entries
      .filter(({ kind, actor }) => kind === "purchase" && actor !== "system")
      .map(({ reference }) => `audit_release_${reference}`),
  );

function differenceBetween(rows: Row[], action: string, owed: string[]): string[] {
  const written = rows.filter((row) => row.action === action).map(({ id }) => String(id));
  return [
    ...owed.filter((id) => !written.includes(id)).map((id) => `${id} is not written down`),
    ...written.filter((id) => !owed.includes(id)).map((id) => `${id} tells of what nobody did`),
  ];
}

export const PARTNERS: Invariant[] = [offersAreOpen, partnersAreApart, handsAreWrittenDown];
