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

const standIn = (name: string, script: string, className: string, bindings: Record<string, string>) => ({
  name,
  modules: true,
  script,
  compatibilityDate,
  bindings,
  durableObjects: { STATE: { className, useSQLite: true } },
  outboundService: "network",
});

async function workersOfATest() {
  const scripts = await bundleOutside();
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
    modules: true,
    script: NETWORK,
    compatibilityDate,
    serviceBindings: SITES,
  };
  return [app, stripe, inbox, dns, cloudflare, network];
}

export default defineConfig({
  test: {
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
              bindings: { ...variables, TEST_MIGRATIONS: await readD1Migrations("./migrations") },
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
          fileParallelism: false,
        },
      },
    ],
  },
});
