import { expect, test } from "vitest";
import {
  settings,
  WORKER_VARIABLES,
  wantsCloudflare,
  wantsDns,
  wantsInbox,
  wantsStripeStandIn,
  workerVariables,
} from "../../dev/settings.mjs";

test("with nothing set, everything has an address on this machine", () => {
  expect(settings({}, "")).toMatchObject({
    PORT: "8787",
    PLATFORM_HOST: "localhost:8787",
    STRIPE_API_BASE: "http://127.0.0.1:12111",
    EMAIL_API_BASE: "http://127.0.0.1:8025",
    DNS_API_BASE: "http://127.0.0.1:8053/dns-query",
    ENVIRONMENT: "development",
  });
});

test("another port moves every address that contains it", () => {
  expect(settings({ PORT: "8900", STRIPE_STANDIN_PORT: "12300" }, "")).toMatchObject({
    PLATFORM_HOST: "localhost:8900",
    PORTAL_DOMAIN: "localhost:8900",
    STRIPE_API_BASE: "http://127.0.0.1:12300",
  });
});

test("the environment wins over .dev.vars, and .dev.vars over the default", () => {
  const devVars = 'STRIPE_SECRET_KEY="sk_test_file"\nEMAIL_API_KEY=re_file # mine\n';

  expect(settings({ STRIPE_SECRET_KEY: "sk_test_shell" }, devVars)).toMatchObject({
    STRIPE_SECRET_KEY: "sk_test_shell",
    EMAIL_API_KEY: "re_file",
    STRIPE_WEBHOOK_SECRET: "whsec_platform_development",
  });
});

test("an empty webhook secret stays empty: that is how an endpoint is turned off", () => {
  expect(settings({ STRIPE_WEBHOOK_SECRET: "" }, "").STRIPE_WEBHOOK_SECRET).toBe("");
});

test("the stand-ins are for those who have not said where the real ones are", () => {
  const ours = settings({}, "");
  const real = settings(
    {
      STRIPE_API_BASE: "https://api.stripe.com",
      EMAIL_API_BASE: "https://api.resend.com",
      DNS_API_BASE: "https://cloudflare-dns.com/dns-query",
      CLOUDFLARE_API_BASE: "https://api.cloudflare.com/client/v4",
    },
    "",
  );

  expect([wantsStripeStandIn(ours), wantsInbox(ours), wantsDns(ours), wantsCloudflare(ours)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([wantsStripeStandIn(real), wantsInbox(real), wantsDns(real), wantsCloudflare(real)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("the address of a stand-in may be written out", () => {
  expect(wantsStripeStandIn(settings({ STRIPE_API_BASE: "http://localhost:12111/" }, ""))).toBe(true);
});

test.each(["", "abc", "0", "70000", "87.5"])("a port of %j is refused by name", (PORT) => {
  expect(() => settings({ PORT }, "")).toThrow(
    `PORT must be a port between 1 and 65535, and it is "${PORT}".`,
  );
});

test("the Worker is told what it needs, and nothing about ports or the demo", () => {
  expect(Object.keys(workerVariables(settings({}, "")))).toEqual(WORKER_VARIABLES);
  expect(WORKER_VARIABLES).toContain("SIGN_IN_SECRET");
  expect(WORKER_VARIABLES).not.toContain("PORT");
  expect(WORKER_VARIABLES).not.toContain("DEMO_STRIPE_ACCOUNT");
});
