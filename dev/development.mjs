import { readFile } from "node:fs/promises";
import { startAppServer } from "./app-server.mjs";
import { fillIn, isEmpty, loadDemo, migrate, withLocalDatabase } from "./database.mjs";
import { Mistake } from "./mistake.mjs";
import { startOutside } from "./outside.mjs";
import { requireFreePorts } from "./ports.mjs";
import { settings, wantsCloudflare, wantsDns, wantsInbox, wantsStripeStandIn } from "./settings.mjs";
import { warm } from "./warm.mjs";
import { welcome } from "./welcome.mjs";

/** Brings up all of Topup on this machine, and says where it is. */
export async function startDevelopment() {
  console.log("Starting Topup …");
  const chosen = settings();
  const wanted = {
    stripe: wantsStripeStandIn(chosen),
    inbox: wantsInbox(chosen),
    dns: wantsDns(chosen),
    cloudflare: wantsCloudflare(chosen),
  };
  await requireFreePorts([
    { variable: "PORT", port: Number(chosen.PORT) },
    ...(wanted.stripe ? [{ variable: "STRIPE_STANDIN_PORT", port: Number(chosen.STRIPE_STANDIN_PORT) }] : []),
    ...(wanted.inbox ? [{ variable: "INBOX_PORT", port: Number(chosen.INBOX_PORT) }] : []),
    ...(wanted.dns ? [{ variable: "DNS_PORT", port: Number(chosen.DNS_PORT) }] : []),
    ...(wanted.cloudflare ? [{ variable: "CLOUDFLARE_PORT", port: Number(chosen.CLOUDFLARE_PORT) }] : []),
  ]);

  /** @type {import("./welcome.mjs").Person[]} */
  const people = await readDemo("demo-people.json", chosen);
  await Promise.all([startStandIns(chosen, wanted), prepareDatabase(chosen)]);
  const app = startAppServer(chosen);
  if (wanted.stripe) await openDemoAccounts(chosen);
  if (wanted.dns && wanted.cloudflare) await openDemoDomain(chosen);
  await app.untilAnswers();
  const broken = await warm(
    [`http://${chosen.PLATFORM_HOST}/sign-in`, ...people.map(({ url }) => url)],
    chosen.PORT,
  );

  app.speak({ fromTheStart: broken.length > 0 });
  if (broken.length > 0) console.error(`\nThese pages answer with an error: ${broken.join(", ")}`);
  console.log(welcome(chosen, wanted, people));
  await app.ended;
  throw new Mistake(
    "The app has stopped by itself; its last words are above. Everything else is stopped now.",
  );
}

/**
 * @param {import("./settings.mjs").Settings} chosen
 * @param {import("./welcome.mjs").Wanted} wanted
 */
async function startStandIns(chosen, { stripe, inbox, dns, cloudflare }) {
  if (!stripe)
    console.log(`STRIPE_API_BASE is ${chosen.STRIPE_API_BASE}: the Stripe stand-in is not started.`);
  if (!inbox) console.log(`EMAIL_API_BASE is ${chosen.EMAIL_API_BASE}: the inbox is not started.`);
  if (!dns) console.log(`DNS_API_BASE is ${chosen.DNS_API_BASE}: the DNS stand-in is not started.`);
  if (!cloudflare)
    console.log(`CLOUDFLARE_API_BASE is ${chosen.CLOUDFLARE_API_BASE}: its stand-in is not started.`);
  if (!stripe && !inbox && !dns && !cloudflare) return;

  await startOutside({
    stripePort: stripe ? Number(chosen.STRIPE_STANDIN_PORT) : null,
    inboxPort: inbox ? Number(chosen.INBOX_PORT) : null,
    dnsPort: dns ? Number(chosen.DNS_PORT) : null,
    cloudflarePort: cloudflare ? Number(chosen.CLOUDFLARE_PORT) : null,
    persist: true,
    watch: true,
    webhookUrl: `http://localhost:${chosen.PORT}/webhooks/stripe`,
    secrets: chosen,
  });
}

/** @param {import("./settings.mjs").Settings} chosen */
const prepareDatabase = (chosen) =>
  withLocalDatabase(async (database) => {
    await migrate(database);
    if (await isEmpty(database)) await loadDemo(database, chosen);
  });

/** @param {import("./settings.mjs").Settings} chosen */
async function openDemoAccounts(chosen) {
  for (const account of await readDemo("demo-accounts.json", chosen)) {
    const response = await fetch(`${chosen.STRIPE_API_BASE}/_standin/accounts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(account),
    });
    if (!response.ok) throw new Error(`The Stripe stand-in refused a demo account: ${await response.text()}`);
  }
}

/**
 * What the demo's own domain rests on: its records, and Cloudflare's word.
 *
 * @param {import("./settings.mjs").Settings} chosen
 */
async function openDemoDomain(chosen) {
  /** @type {{ records: object[], hostname: object }} */
  const { records, hostname } = await readDemo("demo-domain.json", chosen);
  const dns = new URL("/_standin/records", chosen.DNS_API_BASE).href;
  const calls = [
    ...records.map((record) => ({ url: dns, body: record })),
    { url: `${chosen.CLOUDFLARE_API_BASE}/_standin/hostnames`, body: hostname },
  ];
  for (const { url, body } of calls) {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`A stand-in refused the demo's domain: ${await response.text()}`);
  }
}

/**
 * @param {string} file
 * @param {import("./settings.mjs").Settings} chosen
 */
async function readDemo(file, chosen) {
  return JSON.parse(fillIn(await readFile(new URL(file, import.meta.url), "utf8"), chosen));
}
