import { beforeEach, expect, test } from "vitest";
import { cloudflare, dns } from "../shop/outside";
import { openShop } from "../shop/shop";
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

test("T11 of two partners who prove one host at once, one has it and the other is told", async () => {
  const shops = [await openShop(), await openShop()] as const;
  const host = newHost();
  const owners = await Promise.all(shops.map((shop) => shop.owner()));
  for (const owner of owners) await claims(owner, host);
  // Somebody's hosting account lets both set what they were told to set.
  for (const shop of shops) await setsRecords(shop, host);

  await Promise.all(owners.map((owner) => checks(owner)));

  const standings = await Promise.all(shops.map((shop) => claimOf(shop)));
  expect(standings.filter((claim) => claim?.status === "failed")).toHaveLength(1);
  expect(standings.find((claim) => claim?.status === "failed")?.failure_reason).toContain(
    "proved this domain first",
  );
  expect((await cloudflare.hostnames()).filter(({ hostname }) => hostname === host)).toHaveLength(1);
});

test("T11 a host that somebody has proved cannot be claimed, and without its records nobody gets one", async () => {
  const { host } = await shopWithDomain();
  const other = await openShop();
  const rival = await other.owner();

  const refused = await claims(rival, host);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("in use by another portal");

  const wanted = newHost();
  await claims(rival, wanted);
  await dns.add("CNAME", wanted, `${other.name}.localhost`);
  await timePasses(other);
  expect((await claimOf(other))?.status).toBe("pending");
  expect((await cloudflare.hostnames()).map(({ hostname }) => hostname)).not.toContain(wanted);
});

test("T2 removing a domain asks for its name, ends every session of the portal and frees the host", async () => {
  const { shop, owner, host, own } = await shopWithDomain();
  const ana = await shop.customer();

  expect((await removes(owner, "something.else")).text).toContain(`Type ${host} to confirm`);
  expect((await new Visitor(own).steal(ana.browser.cookie).get("/credits")).status).toBe(200);
  expect(await removes(owner, host.toUpperCase())).toMatchObject({
    status: 303,
    location: `${PAGE}?removed`,
  });

  expect((await new Visitor(own).get("/")).status).toBe(404);
  expect((await ana.browser.get("/credits")).status).toBe(302);
  expect((await cloudflare.hostnames()).map(({ hostname }) => hostname)).not.toContain(host);
});

test("T11 whoever claims a host that was given back needs a record of their own", async () => {
  const { owner, host, own } = await shopWithDomain();
  await removes(owner, host);
  const next = await openShop();
  const heir = await next.owner();

  await claims(heir, host);
  await timePasses(next);
  expect((await claimOf(next))?.status).toBe("pending");

  await dns.remove({ name: host });
  await setsRecords(next, host);
  for (let looks = 0; looks < 3; looks += 1) await timePasses(next);
  expect((await new Visitor(own).get("/sign-in")).html).toContain(next.title);
});

test("another partner's domain is nothing to check or to remove", async () => {
  const { shop, host } = await shopWithDomain();
  const rival = await (await openShop()).owner();

  await removes(rival, host);
  await checks(rival);

  expect((await claimOf(shop))?.status).toBe("active");
});
