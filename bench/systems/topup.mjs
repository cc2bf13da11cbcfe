import { typeid } from "typeid-js";
import { serveBuilt } from "../../dev/serve-built.mjs";
import { settings } from "../../dev/settings.mjs";
import { bundleWorker } from "../bundle.mjs";
import { newEventId, readEvent } from "../deliveries.mjs";
import { CREDITS_A_SALE, withItsProcess } from "./system.mjs";

const PARTNER = "partner_01acme00000000000000000000";
const MICROS_A_CREDIT = 1_000_000;
const PRICE_MINOR = 4_900;

const AS_DEPLOYED = { name: "Topup", entry: "wallet-doors.ts" };
export const WITHOUT_D1 = { name: "Topup without D1", entry: "without-d1.ts" };

/** @typedef {import("../../app/wallet/purchase").PurchaseTerms} Terms */
/** @typedef {import("../wallet-doors").Wallet} Wallet */
/** @typedef {Awaited<ReturnType<typeof startTopup>>} Topup */

/**
 * Topup as it is deployed, with its state on the disk: wallets, the copies in D1, the webhook log and the receipts'
 * rows. No provider is configured for e-mail, so that no receipt leaves the machine.
 *
 * @param {string} folder
 * @param {{ name: string, entry: string }} [variant]
 */
export async function startTopup(folder, { name, entry } = AS_DEPLOYED) {
  const { DEMO_STRIPE_ACCOUNT: accountId, STRIPE_CONNECT_WEBHOOK_SECRET: secret } = settings({}, "");
  const script = await bundleWorker(entry);
  const { started: app, processes } = await withItsProcess(() =>
    serveBuilt({ persist: folder, vars: { EMAIL_API_KEY: "" }, demo: true, entry: script }),
  );
  /** @type {Map<number, string>} */
  const customerIds = new Map();
  const event = readEvent("checkout-session-completed");

  /** @param {number} customer */
  const idOf = (customer) => customerIds.get(customer) ?? "";
  /**
   * @param {number} customer
   * @returns {Wallet}
   */
  const wallet = (customer) =>
    // The doors stand in front of the class that the namespace is declared with.
    /** @type {any} */ (app.wallets.get(app.wallets.idFromName(idOf(customer))));

  return {
    name,
    endpoint: {
      port: Number(new URL(app.origin).port),
      host: new URL(app.origin).host,
      path: "/webhooks/stripe",
      secret,
    },
    processes,
    wallet,
    stop: app.stop,
    /** @param {number[]} customers */
    async rowsWritten(customers) {
      const counts = await Promise.all(customers.map((customer) => wallet(customer).rowsWritten()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** @param {number} customer */
    credits: async (customer) => Number((await wallet(customer).summary(0)).balanceMicros) / MICROS_A_CREDIT,
    /** @param {number[]} customers */
    async sell(customers) {
      await register(app.database, customerIds, customers);
      const sales = customers.map((customer) => ({ customer, terms: newTerms(idOf(customer), accountId) }));
      for (const customer of new Set(customers)) {
        const own = sales.filter((sale) => sale.customer === customer);
        await wallet(customer).openAll(own.map(({ terms }) => terms));
      }
      return sales.map(({ terms }) => paidEvent(event, terms));
    },
  };
}

/**
 * @param {D1Database} database
 * @param {Map<number, string>} customerIds
 * @param {number[]} customers
 */
async function register(database, customerIds, customers) {
  const unknown = [...new Set(customers)].filter((customer) => !customerIds.has(customer));
  for (const customer of unknown) customerIds.set(customer, typeid("customer").toString());
  const ids = unknown.map((customer) => customerIds.get(customer));
  await database
    .prepare(
      `INSERT INTO customers (id, partner_id, email, name, portal_access, created_at)
       SELECT value, ?, value || '@customer.test', 'Ana Silva', 'active', 0 FROM json_each(?)`,
    )
    .bind(PARTNER, JSON.stringify(ids))
    .run();
}

/**
 * @param {string} customerId
 * @param {string} accountId
 * @returns {Terms}
 */
const newTerms = (customerId, accountId) => ({
  purchaseId: typeid("purchase").toString(),
  partnerId: PARTNER,
  customerId,
  planId: "plan_01acme0000000000000000starter",
  planVersion: 1,
  planName: "Starter Pack",
  creditsMicros: CREDITS_A_SALE * MICROS_A_CREDIT,
  priceMinor: PRICE_MINOR,
  currency: "usd",
  platformFeeMinor: 122,
  accountId,
  livemode: false,
});

/**
 * @param {any} event
 * @param {Terms} terms
 */
function paidEvent(event, { purchaseId, customerId, accountId }) {
  const session = {
    ...event.data.object,
    id: `cs_${purchaseId}`,
    client_reference_id: purchaseId,
    metadata: { purchase_id: purchaseId, customer_id: customerId },
  };
  return JSON.stringify(
    { ...event, id: newEventId(), account: accountId, data: { object: session } },
    null,
    2,
  );
}
