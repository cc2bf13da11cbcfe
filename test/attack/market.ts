import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../../app/ids";
import { startOutside } from "../../dev/outside.mjs";
import { freePort } from "../../dev/ports.mjs";
import { serveBuilt } from "../../dev/serve-built.mjs";
import { settings } from "../../dev/settings.mjs";
import { Buyer } from "./buyer";
import { DEMO_ACCOUNTS } from "./places.mjs";
import { StripeSide } from "./stripe-side";

type App = Awaited<ReturnType<typeof serveBuilt>>;

/**
 * The built app on a folder of its own with the demo in it, the stand-ins, and customers of Acme who are signed in.
 * Opened with the app stopped: who attacks starts it as it needs it.
 */
export async function openMarket(buyerCount: number) {
  const { folder, scratch } = await newPlace();
  const ports = {
    PORT: await freePort(),
    STRIPE_STANDIN_PORT: await freePort(),
    INBOX_PORT: await freePort(),
  };
  const chosen = settings(
    Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    "",
  );
  const outside = await startOutside({
    stripePort: ports.STRIPE_STANDIN_PORT,
    inboxPort: ports.INBOX_PORT,
    webhookUrl: `http://localhost:${ports.PORT}/webhooks/stripe`,
    secrets: chosen,
  });
  const stripe = new StripeSide(ports.STRIPE_STANDIN_PORT, chosen.STRIPE_CONNECT_WEBHOOK_SECRET);
  const accounts = await readFile(DEMO_ACCOUNTS, "utf8");
  for (const account of JSON.parse(
    accounts.replaceAll("{{DEMO_STRIPE_ACCOUNT}}", chosen.DEMO_STRIPE_ACCOUNT),
  )) {
    await stripe.control("accounts", account);
  }

  const serve = (demo = false) =>
    serveBuilt({ port: ports.PORT, persist: folder, vars: { ...chosen }, demo });
  const app = await serve(true);
  const buyers = await Promise.all(
    Array.from({ length: buyerCount }, () => newBuyer(app, ports, stripe, chosen.DEMO_STRIPE_ACCOUNT)),
  );
  await app.stop();

  return {
    folder,
    scratch,
    ports,
    chosen,
    stripe,
    buyers,
    account: chosen.DEMO_STRIPE_ACCOUNT,
    serve: () => serve(),
    close: () => outside.stop(),
  };
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

/** A folder for what the app keeps and one for what it throws away, which an app that is killed cannot. */
async function newPlace(): Promise<{ folder: string; scratch: string }> {
  const root = mkdtempSync(join(tmpdir(), "topup-attack-"));
  // However we end.
  process.once("exit", () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const place = { folder: join(root, "state"), scratch: join(root, "scratch") };
  await mkdir(place.folder);
  await mkdir(place.scratch);
  return place;
}

async function newBuyer(
  { database }: App,
  ports: { PORT: number; INBOX_PORT: number },
  stripe: StripeSide,
  account: string,
): Promise<Buyer> {
  const id = newId("customer");
  const email = `${id}@customer.test`;
  await database
    .prepare(
      `INSERT INTO customers (id, partner_id, email, name, portal_access, created_at)
       SELECT ?, partner_id, ?, 'A buyer', 'invited', 1 FROM portals WHERE subdomain = 'acme'`,
    )
    .bind(id, email)
    .run();
  const buyer = new Buyer(id, email, account, ports, stripe);
  await buyer.signIn();
  return buyer;
}
