import { createServer } from "node:http";
import { createRequire } from "node:module";

/**
 * The peer as its own documentation sets it up, behind Node's HTTP server; run as a program of its own, with the
 * packages that were installed beside it. `balances` is for the benchmark, which looks whether the speed was true.
 */
const require = createRequire(import.meta.url);
const { Billing } = require("stripe-no-webhooks");
const { migrate } = require("./node_modules/stripe-no-webhooks/bin/commands/migrate.js");

const { PORT = "", DATABASE_URL = "", WITH_SYNC } = process.env;

console.log = () => {};
const migrated = await migrate(DATABASE_URL, { env: process.env, exitOnError: false });
if (!migrated.success) throw new Error(`The peer's tables could not be made: ${migrated.error}`);

const billing = new Billing({
  stripeSecretKey: "sk_test_bench",
  stripeWebhookSecret: process.env.WEBHOOK_SECRET,
  databaseUrl: DATABASE_URL,
  billingConfig: { test: { plans: [] }, production: { plans: [] } },
});
// Connections that are dropped between rounds would be opened again at the peer's expense.
for (const pool of [billing.pool, billing.sync.postgresClient.pool]) pool.options.idleTimeoutMillis = 0;
if (WITH_SYNC === "no") billing.sync = null;

const handle = billing.createHandler();

createServer(async (request, response) => {
  if (request.url === "/balances") {
    const { rows } = await billing.pool.query("SELECT user_id, balance FROM stripe.credit_balances");
    response.end(JSON.stringify(Object.fromEntries(rows.map(({ user_id, balance }) => [user_id, balance]))));
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await handle(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method ?? "POST",
      headers: /** @type {Record<string, string>} */ (request.headers),
      body: Buffer.concat(chunks),
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}).listen(Number(PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
