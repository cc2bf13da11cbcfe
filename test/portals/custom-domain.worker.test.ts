import { env } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { cloudflare, dns } from "../shop/outside";
import { openShop, starterPack } from "../shop/shop";
import { Visitor } from "../shop/visitor";
import {
  checks,
  claimOf,
  claims,
  newHost,
  PAGE,
  setsRecords,
  shopWithDomain,
  timePasses,
} from "./domain-claims";

beforeEach(async () => {
  await dns.failNext(0);
  await cloudflare.failNext(0);
});

test("a domain goes from claim over records, verification and certificate to active", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, host] = [await shop.owner(), newHost()];

  expect(await claims(owner, host)).toMatchObject({ status: 303, location: `${PAGE}?claimed` });
  const told = (await owner.browser.get(PAGE)).text;
  expect(told).toContain("Waiting for records");
  expect(told).toContain(`${shop.name}.localhost`);
  expect(told).toContain(`_portal-claim.${host}`);

  const seen: string[] = [];
  await checks(owner);
  seen.push((await claimOf(shop))?.status ?? "");
  await setsRecords(shop, host);
  for (let looks = 0; looks < 3; looks += 1) {
    await checks(owner);
    seen.push((await claimOf(shop))?.status ?? "");
  }

  expect(seen).toEqual(["pending", "verifying", "issuing", "active"]);
  expect((await new Visitor(`${host}:8787`).get("/sign-in")).html).toContain(shop.title);
  const ana = await shop.customer();
  ana.browser.movesTo(`${host}:8787`);
  const { session } = await ana.chooses("Starter Pack");
  expect(new URL(session.success_url).host).toBe(`${host}:8787`);
});

test("each record is shown as missing, different or found, and nobody answering says nothing", async () => {
  const shop = await openShop();
  const [owner, host] = [await shop.owner(), newHost()];
  await claims(owner, host);
  const states = async () => {
    await checks(owner);
    const page = await owner.browser.get(PAGE);
    return [...page.text.matchAll(/(CNAME|TXT) (Missing|Different|Found|No answer)/g)].map(
      ([, , state]) => state,
    );
  };

  expect(await states()).toEqual(["Missing", "Missing"]);
  await dns.add("CNAME", host, "elsewhere.test");
  await dns.add("TXT", `_portal-claim.${host}`, "claim_of_somebody_else");
  expect(await states()).toEqual(["Different", "Different"]);
  expect((await owner.browser.get(PAGE)).text).toContain("Found instead: elsewhere.test");
  await dns.failNext(10);
  expect(await states()).toEqual(["No answer", "No answer"]);
  await dns.failNext(0);
  await dns.remove({ name: host });
  await dns.remove({ name: `_portal-claim.${host}` });
  await setsRecords(shop, host);
  expect(await states()).toEqual(["Found", "Found"]);
});

test("a whole domain that has our addresses instead of a CNAME is found", async () => {
  const shop = await openShop();
  const [owner, host] = [await shop.owner(), `${crypto.randomUUID().slice(0, 8)}.test`];
  await claims(owner, host);
  expect((await owner.browser.get(PAGE)).text).toContain("whole domain, which cannot have a CNAME");
  await dns.add("A", `${shop.name}.localhost`, "192.0.2.7");
  await dns.add("A", host, "192.0.2.7");
  await dns.add("TXT", `_portal-claim.${host}`, (await claimOf(shop))?.token ?? "");

  await checks(owner);

  expect((await claimOf(shop))?.status).toBe("verifying");
});

test("a domain that is led away is noticed, ends sessions, and comes back by itself", async () => {
  const { shop, owner, host, own } = await shopWithDomain();
  const ana = await shop.customer();
  await dns.remove({ name: host });

  await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("active");
  for (let looks = 0; looks < 2; looks += 1) await timePasses(shop);

  expect((await claimOf(shop))?.status).toBe("moved");
  expect((await owner.browser.get(PAGE)).text).toContain("Moved away");
  expect((await ana.browser.get("/credits")).status).toBe(302);
  expect((await new Visitor(own).get("/")).status).toBe(404);

  await dns.add("CNAME", host, `${shop.name}.localhost`);
  await timePasses(shop);
  expect((await claimOf(shop))?.status).toBe("active");
});

test("nobody answering moves no domain and fails none", async () => {
  const { shop } = await shopWithDomain();
  for (let looks = 0; looks < 4; looks += 1) {
    await dns.failNext(20);
    await cloudflare.failNext(20);
    await timePasses(shop);
  }
  expect((await claimOf(shop))?.status).toBe("active");
});

test("a certificate that cannot be made is said with Cloudflare's reason, and Check again tries anew", async () => {
  const shop = await openShop();
  const [owner, host] = [await shop.owner(), newHost()];
  await claims(owner, host);
  await setsRecords(shop, host);
  await checks(owner);
  await cloudflare.hostname({
    hostname: host,
    status: "active",
    ssl_status: "validation_timed_out",
    problem: "caa_error: acme.test",
  });

  await timePasses(shop);
  expect((await owner.browser.get(PAGE)).text).toContain("caa_error: acme.test");
  for (let looks = 0; looks < 3; looks += 1) await checks(owner);
  expect((await claimOf(shop))?.status).toBe("active");
});

test("a claim that nobody proves is given up after 14 days, and goes on when it is asked for", async () => {
  const shop = await openShop();
  const [owner, host] = [await shop.owner(), newHost()];
  await claims(owner, host);
  await env.DB.prepare("UPDATE portal_domains SET created_at = 1 WHERE partner_id = ?")
    .bind(shop.partnerId)
    .run();

  await timePasses(shop);
  expect(await claimOf(shop)).toMatchObject({ status: "failed" });
  expect((await owner.browser.get(PAGE)).text).toContain("not found for 14 days");
  await setsRecords(shop, host);
  await checks(owner);
  expect((await claimOf(shop))?.status).toBe("verifying");
});

test("Free Forever has no domain of its own, and a member who is no owner may not change it", async () => {
  const shop = await openShop({ tier: "free_forever" });
  const owner = await shop.owner();
  expect((await owner.browser.get(PAGE)).text).toContain(
    "A domain of your own needs Starter, Pro, or Enterprise",
  );
  expect((await claims(owner, newHost())).status).toBe(403);
  expect(await claimOf(shop)).toBeNull();

  const paid = await openShop();
  await env.DB.prepare("UPDATE partner_members SET role = 'member' WHERE partner_id = ?")
    .bind(paid.partnerId)
    .run();
  const member = await paid.owner();
  expect((await claims(member, newHost())).status).toBe(403);
  expect(await claimOf(paid)).toBeNull();
});
