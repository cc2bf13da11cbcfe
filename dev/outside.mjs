import { fileURLToPath } from "node:url";
import { Log, LogLevel, Miniflare } from "miniflare";
import { bundleOutside, rebundleOnChange } from "./bundle-outside.mjs";
import { freePort } from "./ports.mjs";
import { compatibilityDate } from "./wrangler-config.mjs";

export { bundleOutside };

const STATE = fileURLToPath(new URL("../.wrangler/state/outside", import.meta.url));

/**
 * Runs what surrounds Topup and belongs to others: Stripe, the e-mail provider, DNS and Cloudflare, each
 * on a port of this machine.
 *
 * @typedef {object} Outside
 * @property {number | null} stripePort 0 is any free port, null is not to run it
 * @property {number | null} inboxPort
 * @property {number | null} [dnsPort] not run unless it is given
 * @property {number | null} [cloudflarePort] not run unless it is given
 * @property {boolean} [persist] keeps their state from one start to the next
 * @property {boolean} [watch] takes up changes of their source
 * @property {string} webhookUrl where the Stripe stand-in delivers its events
 * @property {{ STRIPE_WEBHOOK_SECRET: string, STRIPE_CONNECT_WEBHOOK_SECRET: string }} secrets
 *
 * @param {Outside} outside
 */
export async function startOutside({ persist = false, watch = false, ...app }) {
  const stripe = await standIn("stripe", "StripeStandIn", app.stripePort);
  const inbox = await standIn("inbox", "Inbox", app.inboxPort);
  const dns = await standIn("dns", "Zone", app.dnsPort ?? null);
  const cloudflare = await standIn("cloudflare", "Hostnames", app.cloudflarePort ?? null);
  const standIns = [stripe, inbox, dns, cloudflare].filter((running) => running !== null);
  const names = standIns.map(({ name }) => name);
  const dnsBase = dns ? { DNS_API_BASE: `${originAt(dns.port)}/dns-query` } : {};
  const bindings = { STRIPE_WEBHOOK_URL: app.webhookUrl, ...app.secrets, ...dnsBase };

  /** @param {import("./bundle-outside.mjs").Scripts} scripts */
  const options = (scripts) => ({
    log: new Log(LogLevel.WARN),
    cf: false,
    ...(persist && { durableObjectsPersist: STATE }),
    workers: standIns.map((running) => workerOptions(running, scripts[running.name], bindings)),
  });

  const miniflare = new Miniflare(options(await bundleOutside(names)));
  await miniflare.ready;
  const stopWatching = watch
    ? await rebundleOnChange(names, (scripts) => miniflare.setOptions(options(scripts)))
    : null;

  return {
    stripeOrigin: stripe && originAt(stripe.port),
    inboxOrigin: inbox && originAt(inbox.port),
    dnsOrigin: dns && originAt(dns.port),
    cloudflareOrigin: cloudflare && originAt(cloudflare.port),
    async stop() {
      await stopWatching?.();
      await miniflare.dispose();
    },
  };
}

/** @typedef {{ name: import("./bundle-outside.mjs").Name, className: string, port: number }} StandIn */

// The port is known before the worker starts, because the worker writes it into the links it hands out.
/**
 * @param {StandIn["name"]} name
 * @param {string} className
 * @param {number | null} port
 * @returns {Promise<StandIn | null>}
 */
async function standIn(name, className, port) {
  return port === null ? null : { name, className, port: port || (await freePort()) };
}

/**
 * @param {StandIn} standIn
 * @param {string} script
 * @param {Record<string, string>} bindings
 */
function workerOptions({ name, className, port }, script, bindings) {
  return {
    name,
    compatibilityDate,
    modules: [{ type: /** @type {const} */ ("ESModule"), path: `${name}.js`, contents: script }],
    durableObjects: { STATE: { className, useSQLite: true } },
    bindings: { ORIGIN: originAt(port), ...bindings },
    unsafeDirectSockets: [{ host: "127.0.0.1", port }],
  };
}

/** @param {number} port */
const originAt = (port) => `http://127.0.0.1:${port}`;
