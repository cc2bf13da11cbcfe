import { describe, expect, test } from "vitest";
import { readSettings, type Variables } from "../app/env.server";

const VARIABLES = {
  ENVIRONMENT: "production",
  PLATFORM_NAME: "Topup",
  PLATFORM_SUPPORT_EMAIL: "support@topup.test",
  PLATFORM_HOST: "app.topup.test",
  PORTAL_DOMAIN: "portal.topup.test",
  SIGN_IN_SECRET: "s".repeat(32),
  STRIPE_SECRET_KEY: "sk_live_1",
  STRIPE_WEBHOOK_SECRET: "whsec_platform",
  STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_connect",
  EMAIL_FROM: "no-reply@topup.test",
};

type Changes = Partial<Record<Exclude<keyof Variables, "EMAIL">, string | undefined>>;

// Cloudflare promises nothing: a variable may be missing, whatever its type says.
const variables = (changes: Changes = {}) => ({ ...VARIABLES, ...changes }) as Variables;

const settingsWith = (changes: Changes) => readSettings(variables(changes));

/** The lines in which the Worker says what is wrong. */
function complaintsAbout(changes: Changes): string[] {
  try {
    settingsWith(changes);
    return [];
  } catch (error) {
    const [heading, ...lines] = String(error).split("\n");
    if (heading !== "Error: Topup is not configured:") throw error;
    return lines;
  }
}

describe("a deployed Topup", () => {
  test("needs nothing but what only its operator knows", () => {
    expect(settingsWith({})).toEqual({
      ...VARIABLES,
      STRIPE_API_BASE: "https://api.stripe.com",
      STRIPE_CHECKOUT_ORIGIN: "https://checkout.stripe.com",
      STRIPE_WEBHOOK_SECRET: ["whsec_platform"],
      STRIPE_CONNECT_WEBHOOK_SECRET: ["whsec_connect"],
      EMAIL_PROVIDER: "resend",
      EMAIL_API_BASE: "https://api.resend.com",
      DNS_API_BASE: "https://cloudflare-dns.com/dns-query",
      CLOUDFLARE_API_BASE: "https://api.cloudflare.com/client/v4",
      CLOUDFLARE_ZONE_ID: "",
      CLOUDFLARE_API_TOKEN: "",
      EMAIL_API_KEY: "",
      OPERATOR_TOKEN: "",
      isSecure: true,
    });
  });

  test("the settings are read once an isolate", () => {
    const same = variables();

    expect(readSettings(same)).toBe(readSettings(same));
    expect(readSettings(variables())).not.toBe(readSettings(same));
  });

  test.each([
    "http://127.0.0.1:12111",
    "https://api.stripe.com.evil.test",
    "https://api.stripe.com/",
    "http://api.stripe.com",
  ])("nobody but Stripe is trusted to say what was paid: %s is refused", (STRIPE_API_BASE) => {
    expect(complaintsAbout({ STRIPE_API_BASE })).toEqual([
      "- In production STRIPE_API_BASE must be https://api.stripe.com: anything else would be trusted to say what was paid.",
    ]);
  });

  test.each(["development", "test"])(
    "in %s a stand-in may speak for Stripe, and there is no https",
    (ENVIRONMENT) => {
      expect(settingsWith({ ENVIRONMENT, STRIPE_API_BASE: "http://127.0.0.1:12111" })).toMatchObject({
        STRIPE_API_BASE: "http://127.0.0.1:12111",
        isSecure: false,
      });
    },
  );
});

describe("webhook secrets", () => {
  test("B4 a secret is rolled by naming the old and the new one for a while", () => {
    expect(
      settingsWith({
        STRIPE_WEBHOOK_SECRET: " whsec_new , whsec_old,",
        STRIPE_CONNECT_WEBHOOK_SECRET: "a,b,c",
      }),
    ).toMatchObject({
      STRIPE_WEBHOOK_SECRET: ["whsec_new", "whsec_old"],
      STRIPE_CONNECT_WEBHOOK_SECRET: ["a", "b", "c"],
    });
  });

  test.each([
    ["STRIPE_WEBHOOK_SECRET", "your own account"],
    ["STRIPE_CONNECT_WEBHOOK_SECRET", "connected accounts"],
  ] as const)("B4 without %s no delivery could be verified, so nothing starts", (name, endpoint) => {
    const where = `Copy the signing secret of the endpoint for ${endpoint} from Stripe → Developers → Webhooks.`;

    expect(complaintsAbout({ [name]: undefined })).toEqual([`- ${name} is missing. ${where}`]);
    for (const empty of ["", " ", ",", " , "]) {
      expect(complaintsAbout({ [name]: empty })).toEqual([
        `- ${name} is empty, so nothing could be verified. ${where}`,
      ]);
    }
  });
});

describe("what is wrong is named, with where to get it", () => {
  const cases: [Changes, complaint: string][] = [
    [{ STRIPE_API_BASE: "stripe", ENVIRONMENT: "test" }, "- STRIPE_API_BASE must be a URL."],
    [
      { SIGN_IN_SECRET: "for-development-only-never-sign-people-in-with-this" },
      "- SIGN_IN_SECRET is the one of development, which everybody knows. Run `openssl rand -base64 32` for your own.",
    ],
    [
      { OPERATOR_TOKEN: "for-development-only-never-open-the-operators-door-with-this" },
      "- OPERATOR_TOKEN is the one of development, which everybody knows. Run `openssl rand -base64 32` for your own.",
    ],
    [
      { OPERATOR_TOKEN: "o".repeat(31) },
      "- OPERATOR_TOKEN must have at least 32 characters, or be left out. Run `openssl rand -base64 32`.",
    ],
    [{ PLATFORM_NAME: undefined }, "- PLATFORM_NAME is missing. Set it in wrangler.toml."],
    [{ PLATFORM_NAME: "" }, "- PLATFORM_NAME is empty. Set it in wrangler.toml."],
    [
      { PLATFORM_SUPPORT_EMAIL: "nobody" },
      "- PLATFORM_SUPPORT_EMAIL must be an e-mail address. Set it in wrangler.toml.",
    ],
    [{ EMAIL_FROM: undefined }, "- EMAIL_FROM must be an e-mail address. Set it in wrangler.toml."],
    [
      { STRIPE_API_BASE: "http://127.0.0.1:12111/v1", ENVIRONMENT: "test" },
      "- STRIPE_API_BASE must be an origin, without a path.",
    ],
    [{ EMAIL_PROVIDER: "smtp" }, "- EMAIL_PROVIDER must be resend or cloudflare, or be left out."],
    [
      { EMAIL_PROVIDER: "cloudflare" },
      "- EMAIL_PROVIDER is cloudflare, and the Worker has no binding EMAIL. Add a send_email binding of that name to wrangler.toml.",
    ],
    [{ EMAIL_API_BASE: "resend" }, "- EMAIL_API_BASE must be a URL."],
    [{ DNS_API_BASE: "cloudflare", ENVIRONMENT: "test" }, "- DNS_API_BASE must be a URL."],
    [
      { DNS_API_BASE: "http://resolver.test/dns-query" },
      "- In production DNS_API_BASE must begin with https://: anybody on the way could say whose a domain is.",
    ],
    [
      { STRIPE_SECRET_KEY: undefined },
      "- STRIPE_SECRET_KEY is missing. Copy the platform's secret key from Stripe → Developers → API keys.",
    ],
    [
      { PLATFORM_HOST: undefined },
      "- PLATFORM_HOST is missing. Set it in wrangler.toml to a host without scheme, for instance app.example.com.",
    ],
    [{ SIGN_IN_SECRET: "s".repeat(31) }, "- SIGN_IN_SECRET must have at least 32 characters."],
    [
      { SIGN_IN_SECRET: undefined },
      "- SIGN_IN_SECRET is missing. Run `openssl rand -base64 32` and store it with `wrangler secret put SIGN_IN_SECRET`.",
    ],
  ];

  test.each(cases.map(([changes, complaint]) => ({ changes, complaint })))(
    "$complaint",
    ({ changes, complaint }) => {
      expect(complaintsAbout(changes)).toEqual([complaint]);
    },
  );

  test.each(["https://app.topup.test", "App.topup.test", "app.topup.test/", "app topup", "app.topup.test:"])(
    "%j is no host",
    (host) => {
      expect(complaintsAbout({ PLATFORM_HOST: host, PORTAL_DOMAIN: host })).toEqual([
        "- PLATFORM_HOST must be a lower-case host, with a port if there is one, for instance app.example.com.",
        "- PORTAL_DOMAIN must be a lower-case host, with a port if there is one, for instance portal.example.com.",
      ]);
    },
  );

  test("an environment that is none of ours is refused", () => {
    expect(complaintsAbout({ ENVIRONMENT: "staging" })).toHaveLength(1);
  });

  test("all of it at once, under one heading", () => {
    const changes = { PLATFORM_NAME: undefined, STRIPE_SECRET_KEY: "", STRIPE_WEBHOOK_SECRET: "" };

    expect(() => settingsWith(changes)).toThrow(/^Topup is not configured:\n- /);
    expect(complaintsAbout(changes).map((line) => line.split(" ")[1])).toEqual(Object.keys(changes));
  });

  test("no secret is repeated in what is logged", () => {
    const changes = { SIGN_IN_SECRET: "short-secret", PLATFORM_HOST: "https://app.topup.test" };

    expect(complaintsAbout(changes).join()).not.toContain("short-secret");
  });
});
