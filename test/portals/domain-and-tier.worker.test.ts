import { env } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { cloudflare, dns } from "../shop/outside";
import { openShop, type Shop } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import {
  checks,
  claimOf,
  claims,
  newHost,
  PAGE,
  removes,
  setsRecords,
  shopWithDomain,
  timePasses,
} from "./domain-claims";

beforeEach(async () => {
  await dns.failNext(0);
  await cloudflare.failNext(0);
});

const putsOn = ({ partnerId }: Shop, tier: string) =>
  env.DB.prepare("UPDATE partners SET tier = ? WHERE id = ?").bind(tier, partnerId).run();

test("a domain in use goes on working for customers when its partner falls back to Free Forever, and says so", async () => {
  const { shop, owner, host, own } = await shopWithDomain();
  const ana = await shop.customer();
  ana.browser.movesTo(own);
  await putsOn(shop, "free_forever");

  expect((await ana.browser.get("/credits")).status).toBe(200);
  expect((await new Visitor(own).get("/sign-in")).html).toContain(shop.title);
  await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("active");

  const page = await owner.browser.get(PAGE);
  expect(page.text).toContain("This domain goes on working You're on the Free Forever plan.");
  expect(page.text).toContain(host);
  expect(page.html).not.toContain('value="check"');
  expect((await checks(owner)).status).toBe(403);
});

test("on Free Forever a domain that leads elsewhere is still noticed, and does not come back by itself", async () => {
  const { shop, owner, host, own } = await shopWithDomain();
  await putsOn(shop, "free_forever");
  await dns.remove({ name: host });
  for (let looks = 0; looks < 3; looks += 1) await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("moved");
  expect((await new Visitor(own).get("/sign-in")).status).toBe(404);

  await setsRecords(shop, host);
  await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("moved");
  expect((await owner.browser.get(PAGE)).text).toContain("Paused");

  await putsOn(shop, "starter");
  for (let looks = 0; looks < 3; looks += 1) await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("active");
});

test("a claim that is not in use yet waits until the partner's tier has domains again", async () => {
  const shop = await openShop();
  const [owner, host] = [await shop.owner(), newHost()];
  await claims(owner, host);
  await setsRecords(shop, host);
  await putsOn(shop, "free_forever");
  for (let looks = 0; looks < 3; looks += 1) await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("pending");
  const page = await owner.browser.get(PAGE);
  expect(page.text).toContain("Upgrade required");
  expect(page.text).toContain("its records are not looked for, until your plan has domains again");

  await putsOn(shop, "starter");
  for (let looks = 0; looks < 3; looks += 1) await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("active");
});

test("a domain that is removed on Free Forever cannot be claimed again there", async () => {
  const { shop, owner, host, own } = await shopWithDomain();
  await putsOn(shop, "free_forever");
  expect((await removes(owner, host)).status).toBe(303);
  expect((await new Visitor(own).get("/sign-in")).status).toBe(404);
  expect((await claims(owner, host)).status).toBe(403);
});
