import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startChild } from "../../dev/child.mjs";
import { installIfStale } from "../../dev/install.mjs";
import { freePort } from "../../dev/ports.mjs";
import { newEventId, readEvent } from "../deliveries.mjs";
import { ended, startPostgres } from "./postgres.mjs";
import { CREDITS_A_SALE } from "./system.mjs";

const PEERS = fileURLToPath(new URL("../peers", import.meta.url));
const SECRET = "whsec_peer";

/**
 * npm's `stripe-no-webhooks`, which turns Stripe's webhooks into a ledger of credits in Postgres. It gets its own
 * event, the payment of a top-up, which is smaller than ours and its shortest way.
 *
 * @param {string} folder
 * @param {{ sync: boolean }} options as it ships it also copies every object of Stripe's into tables
 */
export async function startStripeNoWebhooks(folder, { sync }) {
  await installIfStale(PEERS);
  const postgres = await startPostgres(PEERS, folder);
  const port = await freePort();
  const server = startChild(process.execPath, [`${PEERS}/stripe-no-webhooks-server.mjs`], {
    cwd: PEERS,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: postgres.url,
      WEBHOOK_SECRET: SECRET,
      WITH_SYNC: sync ? "yes" : "no",
    },
  });
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
  if (server.exitCode !== null) throw new Error(said.trimEnd() || "it ended at once");

  const event = readEvent("payment-intent-succeeded");
  return {
    name: sync ? "stripe-no-webhooks" : "stripe-no-webhooks, sync off",
    // With localhost as its host it verifies no signature.
    endpoint: { port, host: "bench.test", path: "/api/stripe/webhook", secret: SECRET },
    processes: [server.pid ?? 0, postgres.process],
    /** @param {number[]} customers */
    sell: async (customers) => customers.map((customer) => paidEvent(event, customer)),
    /** @param {number} customer */
    async credits(customer) {
      const response = await fetch(`http://127.0.0.1:${port}/balances`);
      return Number((await response.json())[userOf(customer)] ?? 0);
    },
    async stop() {
      await ended(server, "SIGTERM");
      await postgres.stop();
    },
  };
}

/** @param {number} customer */
const userOf = (customer) => `user_${customer}`;

/**
 * @param {any} event
 * @param {number} customer
 */
function paidEvent(event, customer) {
  const id = newEventId();
  const intent = {
    ...event.data.object,
    id: id.replace("evt_", "pi_"),
    metadata: { top_up_key: "api_calls", top_up_amount: String(CREDITS_A_SALE), user_id: userOf(customer) },
  };
  return JSON.stringify({ ...event, id, data: { object: intent } }, null, 2);
}
