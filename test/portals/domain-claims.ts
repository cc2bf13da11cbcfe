import { env } from "cloudflare:test";
import { cron, dns } from "../shop/outside";
import type { Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";

export const PAGE = "/settings/custom-domain";

export const newHost = () => `credits.${crypto.randomUUID().slice(0, 8)}.test`;

export const claims = ({ browser }: Owner, host: string) => browser.post(PAGE, { intent: "claim", host });
export const checks = ({ browser }: Owner) => browser.post(PAGE, { intent: "check" });
export const removes = ({ browser }: Owner, host: string) =>
  browser.post(PAGE, { intent: "remove", confirmation: host });

export const claimOf = ({ partnerId }: Shop) =>
  env.DB.prepare("SELECT * FROM portal_domains WHERE partner_id = ?")
    .bind(partnerId)
    .first<{ host: string; token: string; status: string; failure_reason: string | null }>();

/** Does what the page says: sets both records. */
export async function setsRecords(shop: Shop, host: string): Promise<void> {
  await dns.add("CNAME", host, `${shop.name}.localhost`);
  await dns.add("TXT", `_portal-claim.${host}`, (await claimOf(shop))?.token ?? "");
}

/** The cron's time has come for this claim. */
export async function timePasses(shop: Shop): Promise<void> {
  await env.DB.prepare("UPDATE portal_domains SET next_check_at = 1 WHERE partner_id = ?")
    .bind(shop.partnerId)
    .run();
  await cron();
}

/** A shop whose domain is active, by the way that a partner goes. */
export async function shopWithDomain() {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, host] = [await shop.owner(), newHost()];
  await claims(owner, host);
  await setsRecords(shop, host);
  for (let looks = 0; looks < 3; looks += 1) await timePasses(shop);
  return { shop, owner, host, own: `${host}:8787` };
}
