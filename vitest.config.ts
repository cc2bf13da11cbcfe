import { availableParallelism } from "node:os";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { bundleOutside } from "./dev/bundle-outside.mjs";
import { settings, workerVariables } from "./dev/settings.mjs";
import {
  compatibilityDate,
  databaseBinding,
  variables as deployed,
  objectBindings,
} from "./dev/wrangler-config.mjs";

const RUNNER = "vitest-pool-workers-runner-worker";
const chosen = settings({}, "");
const variables = { ...workerVariables(chosen), ENVIRONMENT: "test" };

/** Cloudflare sends from the platform's address and refuses any other. */
const PLATFORM_ADDRESS = String(deployed.EMAIL_FROM);

const SITES = { APP: "app", STRIPE: "stripe", INBOX: "inbox", DNS: "dns", CLOUDFLARE: "cloudflare" };

/** Everything that the Workers of a test fetch ends at one of the others, by its port, and never on the network. */
const NETWORK = `export default { fetch(request, env) {
  const { port } = new URL(request.url);
  const site = {
    "${chosen.STRIPE_STANDIN_PORT}": env.STRIPE,
    "${chosen.INBOX_PORT}": env.INBOX,
    "${chosen.DNS_PORT}": env.DNS,
    "${chosen.CLOUDFLARE_PORT}": env.CLOUDFLARE,
  }[port];
  return (site ?? env.APP).fetch(request);
} }`;

// Said as modules, so that nothing has to look for others that they would import.
const standIn = (name: string, contents: string, className: string, bindings: Record<string, string>) => ({
  name,
  modules: [{ type: "ESModule" as const, path: `${name}.js`, contents }],
  compatibilityDate,
  bindings,
  durableObjects: { STATE: { className, useSQLite: true } },
  outboundService: "network",
});

let bundling: ReturnType<typeof bundleOutside> | undefined;

/** Each file of tests has stand-ins of its own, of the same scripts. */
function bundled() {
  bundling ??= bundleOutside();
  return bundling;
}

async function workersOfATest() {
  const scripts = await bundled();
  const stripe = standIn("stripe", scripts.stripe, "StripeStandIn", {
    ORIGIN: chosen.STRIPE_API_BASE,
    STRIPE_WEBHOOK_URL: `http://${chosen.PLATFORM_HOST}/webhooks/stripe`,
    STRIPE_WEBHOOK_SECRET: chosen.STRIPE_WEBHOOK_SECRET,
    STRIPE_CONNECT_WEBHOOK_SECRET: chosen.STRIPE_CONNECT_WEBHOOK_SECRET,
  });
  const inbox = standIn("inbox", scripts.inbox, "Inbox", { ORIGIN: chosen.EMAIL_API_BASE });
  const dns = standIn("dns", scripts.dns, "Zone", {});
  const { DNS_API_BASE } = chosen;
  const cloudflare = standIn("cloudflare", scripts.cloudflare, "Hostnames", { DNS_API_BASE });
  const app = {
    name: "app",
    modulesRoot: "build/worker",
    modules: [{ type: "ESModule" as const, path: "build/worker/worker.js" }],
    compatibilityDate,
    bindings: { ...deployed, ...variables },
    d1Databases: databaseBinding,
    // The wallets of the app are those of the runner, so that a test can look into them.
    durableObjects: Object.fromEntries(
      Object.entries(objectBindings).map(([binding, object]) => [binding, { ...object, scriptName: RUNNER }]),
    ),
    outboundService: "network",
  };
  const network = {
    name: "network",
    modules: [{ type: "ESModule" as const, path: "network.js", contents: NETWORK }],
    compatibilityDate,
    serviceBindings: SITES,
  };
  return [app, stripe, inbox, dns, cloudflare, network];
}

/** All as one, which is applied in one go: one after the other they would take most of a second of every file. */
async function migrationsAtOnce() {
  const migrations = await readD1Migrations("./migrations");
  return [{ name: "all", queries: migrations.flatMap(({ queries }) => queries) }];
}

/** Vitest leaves a processor free, which of two would be half of the machine. */
const ALL_AT_ONCE = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    maxWorkers: ALL_AT_ONCE,
    // What a wallet throws is asserted by the caller; the pool reports its copy in the runner a second time.
    onUnhandledError: (error) => ((error as { remote?: boolean }).remote ? false : undefined),
    projects: [
      {
        test: { name: "unit", include: ["test/**/*.unit.test.ts"], environment: "node", testTimeout: 30_000 },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            main: "./test/worker/main.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: { ...variables, TEST_MIGRATIONS: await migrationsAtOnce() },
              serviceBindings: SITES,
              email: { send_email: [{ name: "EMAIL", allowed_sender_addresses: [PLATFORM_ADDRESS] }] },
              outboundService: "network",
              workers: await workersOfATest(),
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/**/*.worker.test.ts"],
          setupFiles: ["./test/worker/setup.ts"],
          testTimeout: 30_000,
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: [
                  "drizzle-orm",
                  "drizzle-orm/d1",
                  "drizzle-orm/sqlite-core",
                  "react-dom/server",
                  "stripe",
                  "zod",
                  "typeid-js",
                ],
              },
            },
          },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          environment: "node",
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // Each file has a town of its own: an app, what surrounds it, and a browser.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
