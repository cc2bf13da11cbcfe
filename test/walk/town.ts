import { readFile } from "node:fs/promises";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { startOutside } from "../../dev/outside.mjs";
import { freePort } from "../../dev/ports.mjs";
import { serveBuilt } from "../../dev/serve-built.mjs";
import { settings } from "../../dev/settings.mjs";
import { signatureHeader } from "../../dev/stripe/delivery/signature";
import { asStripeWrites } from "../stripe/sample-events";

interface Mail {
  subject: string;
  text: string;
  links: string[];
  code: string | null;
}

/** Towns are opened side by side, and what is free for one may be what the other has just chosen. */
const portOfOurs = () => freePort(Number(process.env.VITEST_POOL_ID ?? 0));

/** The stand-ins, each on a free port, and the settings of an app that finds them. */
async function openSurroundings() {
  const [port, stripePort, inboxPort] = [await portOfOurs(), await portOfOurs(), await portOfOurs()];
  const [dnsPort, cloudflarePort] = [await portOfOurs(), await portOfOurs()];
  const ports = {
    PORT: port,
    STRIPE_STANDIN_PORT: stripePort,
    INBOX_PORT: inboxPort,
    DNS_PORT: dnsPort,
    CLOUDFLARE_PORT: cloudflarePort,
  };
  const chosen = settings(
    Object.fromEntries(Object.entries(ports).map(([name, free]) => [name, String(free)])),
    "",
  );
  const outside = await startOutside({
    stripePort,
    inboxPort,
    dnsPort,
    cloudflarePort,
    webhookUrl: `http://localhost:${port}/webhooks/stripe`,
    secrets: chosen,
  });
  return { port, chosen, outside };
}

/** The built app with the demo in it, its stand-ins and a browser, all on free ports of this machine. */
export async function openTown() {
  const { port, chosen, outside } = await openSurroundings();
  const app = await serveBuilt({ port, vars: { ...chosen }, demo: true });
  await openDemoAccounts(chosen);
  const browser = await chromium.launch({
    executablePath: process.env.TOPUP_BROWSER ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const contexts: BrowserContext[] = [];

  return {
    dashboard: `http://localhost:${port}`,
    portal: (subdomain: string) => `http://${subdomain}.localhost:${port}`,
    /** The demo's portal on a domain of its own. */
    ownDomain: `http://credits.borealis.localhost:${port}`,
    /** A browser of its own, as another person has one. */
    async person(
      options: {
        javaScriptEnabled?: boolean;
        viewport?: { width: number; height: number };
        isMobile?: boolean;
        hasTouch?: boolean;
      } = {},
    ) {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    },
    async mails(to: string, subject: string): Promise<Mail[]> {
      const query = new URLSearchParams({ to, subject });
      return (await fetch(`${outside.inboxOrigin}/api/messages?${query}`)).json() as Promise<Mail[]>;
    },
    dns: (record: { type: string; name: string; value: string }) =>
      control(`${outside.dnsOrigin}`, "records", record),
    stripe: (path: string, body: object) => control(chosen.STRIPE_API_BASE, path, body),
    askStripe: <T>(account: string, path: string) => askStripe<T>(chosen.STRIPE_API_BASE, account, path),
    hears: (event: object) => deliver(event, port, chosen.STRIPE_CONNECT_WEBHOOK_SECRET),
    newPartner: (name: string) => openPartner(app.database, name),
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await app.stop();
      await outside.stop();
    },
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;

async function openDemoAccounts(chosen: {
  DEMO_STRIPE_ACCOUNT: string;
  STRIPE_API_BASE: string;
}): Promise<void> {
  const file = await readFile(new URL("../../dev/demo-accounts.json", import.meta.url), "utf8");
  const accounts: object[] = JSON.parse(
    file.replaceAll("{{DEMO_STRIPE_ACCOUNT}}", chosen.DEMO_STRIPE_ACCOUNT),
  );
  for (const account of accounts) await control(chosen.STRIPE_API_BASE, "accounts", account);
}

async function control(standIn: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${standIn}/_standin/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`/_standin/${path} answered ${response.status}: ${await response.text()}`);
}

/** Asks Stripe what anybody with a key may ask about an account. */
async function askStripe<T>(api: string, account: string, path: string): Promise<T> {
  const headers = { authorization: "Bearer sk_test_reader_of_tests", "stripe-account": account };
  return (await fetch(`${api}/v1/${path}`, { headers })).json() as Promise<T>;
}

/** Delivers an event as Stripe does, of which Stripe itself knows nothing. */
async function deliver(event: object, port: number, secret: string): Promise<void> {
  const body = asStripeWrites(event);
  const signature = await signatureHeader(body, secret, Math.floor(Date.now() / 1000));
  const response = await fetch(`http://localhost:${port}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body,
  });
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${await response.text()}`);
}

/** A partner on Pro who has nothing yet; answers the address of its owner. */
async function openPartner(database: D1Database, name: string): Promise<string> {
  const word = name.toLowerCase();
  const email = `owner@${word}.test`;
  await database.batch([
    database
      .prepare("INSERT INTO partners (id, name, tier, created_at) VALUES (?, ?, 'pro', 1)")
      .bind(`partner_${word}`, name),
    database
      .prepare(
        "INSERT INTO partner_members (id, partner_id, email, name, role, created_at) VALUES (?, ?, ?, '', 'owner', 1)",
      )
      .bind(`member_${word}`, `partner_${word}`, email),
  ]);
  return email;
}

/** Signs in as a person does: ask, look into the inbox, type the code. */
export async function signIn(town: Town, page: Page, site: string, email: string): Promise<void> {
  await page.goto(`${site}/sign-in`);
  const before = (await town.mails(email, "sign-in code")).length;
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send code" }).click();
  const mail = await newMail(town, email, "sign-in code", before);
  await page.getByLabel("Code").fill(mail.code ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The newest message, once there are more than there were. */
export async function newMail(town: Town, to: string, subject: string, before = 0): Promise<Mail> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await town.mails(to, subject);
    if (found.length > before && found[0]) return found[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No message "${subject}" came to ${to}`);
}
