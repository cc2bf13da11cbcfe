import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { Mistake } from "./mistake.mjs";

const DEV_VARS = fileURLToPath(new URL("../.dev.vars", import.meta.url));

/** @typedef {keyof typeof DEFAULTS} Name */
/** @typedef {Record<Name, string>} Settings */

// In this order, so that an address can be made of the port above it. None of these values is a secret.
const DEFAULTS = {
  PORT: () => "8787",
  STRIPE_STANDIN_PORT: () => "12111",
  INBOX_PORT: () => "8025",
  DNS_PORT: () => "8053",
  CLOUDFLARE_PORT: () => "8054",
  ENVIRONMENT: () => "development",
  PLATFORM_HOST: (/** @type {{ PORT: string }} */ { PORT }) => `localhost:${PORT}`,
  PORTAL_DOMAIN: (/** @type {{ PORT: string }} */ { PORT }) => `localhost:${PORT}`,
  STRIPE_API_BASE: (/** @type {{ STRIPE_STANDIN_PORT: string }} */ settings) => stripeStandInOrigin(settings),
  STRIPE_CHECKOUT_ORIGIN: () => "https://checkout.stripe.com",
  STRIPE_SECRET_KEY: () => "sk_test_topup_development",
  STRIPE_WEBHOOK_SECRET: () => "whsec_platform_development",
  STRIPE_CONNECT_WEBHOOK_SECRET: () => "whsec_connect_development",
  EMAIL_API_BASE: (/** @type {{ INBOX_PORT: string }} */ settings) => inboxOrigin(settings),
  EMAIL_API_KEY: () => "re_development",
  DNS_API_BASE: (/** @type {{ DNS_PORT: string }} */ settings) => `${dnsOrigin(settings)}/dns-query`,
  CLOUDFLARE_API_BASE: (/** @type {{ CLOUDFLARE_PORT: string }} */ settings) => cloudflareOrigin(settings),
  CLOUDFLARE_ZONE_ID: () => "zone_development",
  CLOUDFLARE_API_TOKEN: () => "cloudflare_development",
  SIGN_IN_SECRET: () => "for-development-only-never-sign-people-in-with-this",
  OPERATOR_TOKEN: () => "for-development-only-never-open-the-operators-door-with-this",
  DEMO_STRIPE_ACCOUNT: () => "acct_1TopupAcme",
};

const NAMES = /** @type {Name[]} */ (Object.keys(DEFAULTS));

/** The ports, and the variable that moves each. */
export const PORTS = /** @type {const} */ ([
  "PORT",
  "STRIPE_STANDIN_PORT",
  "INBOX_PORT",
  "DNS_PORT",
  "CLOUDFLARE_PORT",
]);

/** @type {Set<string>} */
const ONLY_FOR_DEV = new Set([...PORTS, "DEMO_STRIPE_ACCOUNT"]);

/** What the Worker is told; the rest is for `npm start` alone. */
export const WORKER_VARIABLES = NAMES.filter((name) => !ONLY_FOR_DEV.has(name));

/**
 * What everything in development runs with: the environment, else `.dev.vars`, else the default.
 *
 * @param {Record<string, string | undefined>} [environment]
 * @param {string} [devVars] the text of `.dev.vars`
 */
export function settings(environment = process.env, devVars = readDevVars()) {
  const written = parseEnv(devVars);
  const result = /** @type {Settings} */ ({});
  for (const name of NAMES) result[name] = environment[name] ?? written[name] ?? DEFAULTS[name](result);
  for (const name of PORTS) requirePort(name, result[name]);
  return result;
}

/** @param {Settings} settings */
export const workerVariables = (settings) =>
  Object.fromEntries(WORKER_VARIABLES.map((name) => [name, settings[name]]));

/** @param {{ STRIPE_STANDIN_PORT: string }} settings */
export const stripeStandInOrigin = ({ STRIPE_STANDIN_PORT }) => `http://127.0.0.1:${STRIPE_STANDIN_PORT}`;

/** @param {{ INBOX_PORT: string }} settings */
export const inboxOrigin = ({ INBOX_PORT }) => `http://127.0.0.1:${INBOX_PORT}`;

/** @param {{ DNS_PORT: string }} settings */
export const dnsOrigin = ({ DNS_PORT }) => `http://127.0.0.1:${DNS_PORT}`;

/** @param {{ CLOUDFLARE_PORT: string }} settings */
export const cloudflareOrigin = ({ CLOUDFLARE_PORT }) => `http://127.0.0.1:${CLOUDFLARE_PORT}`;

/**
 * An API base that points elsewhere (at Stripe itself, say) means that the stand-in is not wanted.
 *
 * @param {Settings} settings
 */
export const wantsStripeStandIn = (settings) => isAt(settings.STRIPE_API_BASE, stripeStandInOrigin(settings));

/** @param {Settings} settings */
export const wantsInbox = (settings) => isAt(settings.EMAIL_API_BASE, inboxOrigin(settings));

/** @param {Settings} settings */
export const wantsDns = (settings) => isAt(settings.DNS_API_BASE, `${dnsOrigin(settings)}/dns-query`);

/** @param {Settings} settings */
export const wantsCloudflare = (settings) => isAt(settings.CLOUDFLARE_API_BASE, cloudflareOrigin(settings));

/**
 * @param {string} base
 * @param {string} origin
 */
const isAt = (base, origin) => base.replace("//localhost:", "//127.0.0.1:").replace(/\/$/, "") === origin;

/**
 * @param {Name} name
 * @param {string} value
 */
function requirePort(name, value) {
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535) return;
  throw new Mistake(`${name} must be a port between 1 and 65535, and it is "${value}".`);
}

const readDevVars = () => (existsSync(DEV_VARS) ? readFileSync(DEV_VARS, "utf8") : "");
