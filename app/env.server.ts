import * as z from "zod";

/** How the secrets begin that `npm start` uses. */
const DEVELOPMENT_SECRET = "for-development-only";
const STRIPE_API = "https://api.stripe.com";
const CLOUDFLARE_API = "https://api.cloudflare.com/client/v4";
const DNS_API = "https://cloudflare-dns.com/dns-query";

/** A comma-separated list, so that a secret can be rolled: the old and the new one both verify for a while. */
const secrets = (name: string, where: string) =>
  z
    .string({ error: `${name} is missing. ${where}` })
    .transform((text) =>
      text
        .split(",")
        .map((secret) => secret.trim())
        .filter(Boolean),
    )
    .refine((list) => list.length > 0, `${name} is empty, so nothing could be verified. ${where}`);

const required = (name: string, where: string) =>
  z.string({ error: `${name} is missing. ${where}` }).min(1, `${name} is empty. ${where}`);

const host = (name: string, example: string) =>
  required(name, `Set it in wrangler.toml to a host without scheme, for instance ${example}.`).regex(
    /^[a-z0-9.-]+(:\d+)?$/,
    `${name} must be a lower-case host, with a port if there is one, for instance ${example}.`,
  );

const Settings = z
  .object({
    ENVIRONMENT: z.enum(["development", "test", "production"]),
    PLATFORM_NAME: required("PLATFORM_NAME", "Set it in wrangler.toml."),
    PLATFORM_SUPPORT_EMAIL: z.email(
      "PLATFORM_SUPPORT_EMAIL must be an e-mail address. Set it in wrangler.toml.",
    ),
    PLATFORM_HOST: host("PLATFORM_HOST", "app.example.com"),
    PORTAL_DOMAIN: host("PORTAL_DOMAIN", "portal.example.com"),
    SIGN_IN_SECRET: required(
      "SIGN_IN_SECRET",
      "Run `openssl rand -base64 32` and store it with `wrangler secret put SIGN_IN_SECRET`.",
    ).min(32, "SIGN_IN_SECRET must have at least 32 characters."),
    OPERATOR_TOKEN: z
      .string()
      .default("")
      .refine(
        (token) => token === "" || token.length >= 32,
        "OPERATOR_TOKEN must have at least 32 characters, or be left out. Run `openssl rand -base64 32`.",
      ),
    STRIPE_API_BASE: z
      .url("STRIPE_API_BASE must be a URL.")
      .refine(
        (url) => !URL.canParse(url) || new URL(url).pathname === "/",
        "STRIPE_API_BASE must be an origin, without a path.",
      )
      .default(STRIPE_API),
    STRIPE_CHECKOUT_ORIGIN: z.string().default("https://checkout.stripe.com"),
    STRIPE_SECRET_KEY: required(
      "STRIPE_SECRET_KEY",
      "Copy the platform's secret key from Stripe → Developers → API keys.",
    ),
    STRIPE_WEBHOOK_SECRET: secrets(
      "STRIPE_WEBHOOK_SECRET",
      "Copy the signing secret of the endpoint for your own account from Stripe → Developers → Webhooks.",
    ),
    STRIPE_CONNECT_WEBHOOK_SECRET: secrets(
      "STRIPE_CONNECT_WEBHOOK_SECRET",
      "Copy the signing secret of the endpoint for connected accounts from Stripe → Developers → Webhooks.",
    ),
    EMAIL_PROVIDER: z
      .enum(["resend", "cloudflare"], "EMAIL_PROVIDER must be resend or cloudflare, or be left out.")
      .default("resend"),
    EMAIL: z.custom<SendEmail>().optional(),
    EMAIL_API_BASE: z.url("EMAIL_API_BASE must be a URL.").default("https://api.resend.com"),
    EMAIL_API_KEY: z.string().default(""),
    DNS_API_BASE: z.url("DNS_API_BASE must be a URL.").default(DNS_API),
    CLOUDFLARE_API_BASE: z.url("CLOUDFLARE_API_BASE must be a URL.").default(CLOUDFLARE_API),
    CLOUDFLARE_ZONE_ID: z
      .string()
      .regex(/^[0-9a-z_]*$/i, "CLOUDFLARE_ZONE_ID must be the id that Cloudflare shows beside the zone.")
      .default(""),
    CLOUDFLARE_API_TOKEN: z.string().default(""),
    EMAIL_FROM: z.email("EMAIL_FROM must be an e-mail address. Set it in wrangler.toml."),
  })
  .refine(
    (settings) => settings.ENVIRONMENT !== "production" || settings.STRIPE_API_BASE === STRIPE_API,
    `In production STRIPE_API_BASE must be ${STRIPE_API}: anything else would be trusted to say what was paid.`,
  )
  .refine(
    (settings) =>
      settings.ENVIRONMENT !== "production" || !settings.SIGN_IN_SECRET.startsWith(DEVELOPMENT_SECRET),
    "SIGN_IN_SECRET is the one of development, which everybody knows. Run `openssl rand -base64 32` for your own.",
  )
  .refine(
    (settings) =>
      settings.ENVIRONMENT !== "production" || !settings.OPERATOR_TOKEN.startsWith(DEVELOPMENT_SECRET),
    "OPERATOR_TOKEN is the one of development, which everybody knows. Run `openssl rand -base64 32` for your own.",
  )
  .refine(
    (settings) => settings.ENVIRONMENT !== "production" || settings.DNS_API_BASE.startsWith("https://"),
    "In production DNS_API_BASE must begin with https://: anybody on the way could say whose a domain is.",
  )
  .refine(
    (settings) =>
      settings.ENVIRONMENT !== "production" || settings.CLOUDFLARE_API_BASE.startsWith("https://"),
    "In production CLOUDFLARE_API_BASE must begin with https://: the token would be told to anybody on the way.",
  )
  .refine(
    (settings) => settings.EMAIL_PROVIDER !== "cloudflare" || settings.EMAIL !== undefined,
    "EMAIL_PROVIDER is cloudflare, and the Worker has no binding EMAIL. Add a send_email binding of that name to wrangler.toml.",
  )
  .transform((settings) => ({ ...settings, isSecure: settings.ENVIRONMENT === "production" }));

/** The Worker's variables, checked. `isSecure` says whether its sites are served over https. */
export type Settings = z.output<typeof Settings>;

/** The variables as Cloudflare hands them over: text, and perhaps missing. With them, if it is bound, what sends e-mail. */
export type Variables = Record<Exclude<keyof z.input<typeof Settings>, "EMAIL">, string> & {
  EMAIL?: SendEmail;
};

const checked = new WeakMap<Variables, Settings>();

/** Reads the variables once an isolate. Throws with every variable that is wrong and where to get it. */
export function readSettings(variables: Variables): Settings {
  const known = checked.get(variables);
  if (known) return known;

  const result = Settings.safeParse(variables);
  if (!result.success) {
    throw new Error(
      `Topup is not configured:\n${result.error.issues.map((issue) => `- ${issue.message}`).join("\n")}`,
    );
  }
  checked.set(variables, result.data);
  return result.data;
}
