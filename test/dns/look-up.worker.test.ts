import { env } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { lookUp } from "../../app/dns/look-up.server";
import { dns } from "../shop/outside";

const STAND_IN = { DNS_API_BASE: "http://127.0.0.1:8053/dns-query" };

afterEach(async () => {
  await dns.failNext(0);
  await dns.remove();
});

test("a record is found as it was set, a long text in one piece", async () => {
  const long = `v=DKIM1; p=${"A1b2".repeat(150)}; n="quoted\\"`;
  await dns.add("TXT", "key._domainkey.acme.test", long);

  expect(await lookUp(STAND_IN, "key._domainkey.acme.test", "TXT")).toEqual({
    outcome: "found",
    values: [long],
  });
});

test("a name is found in any spelling, and an alias leads on to its address", async () => {
  await dns.add("CNAME", "Credits.Acme.test.", "portal.topup.test");
  await dns.add("A", "portal.topup.test", "192.0.2.7");

  expect(await lookUp(STAND_IN, "CREDITS.acme.test", "CNAME")).toEqual({
    outcome: "found",
    values: ["portal.topup.test"],
  });
  expect(await lookUp(STAND_IN, "credits.acme.test", "A")).toEqual({
    outcome: "found",
    values: ["192.0.2.7"],
  });
});

test("a name that is not there and a record that is not there are both none", async () => {
  await dns.add("A", "acme.test", "192.0.2.7");

  expect(await lookUp(STAND_IN, "acme.test", "TXT")).toEqual({ outcome: "none" });
  expect(await lookUp(STAND_IN, "nobody.test", "TXT")).toEqual({ outcome: "none" });
});

test("a resolver that fails says nothing about the record", async () => {
  await dns.add("A", "acme.test", "192.0.2.7");
  await dns.failNext(1);

  expect(await lookUp(STAND_IN, "acme.test", "A")).toMatchObject({ outcome: "no_answer" });
  expect(await lookUp(STAND_IN, "acme.test", "A")).toMatchObject({ outcome: "found" });
});

test("an answer that is none, and one that sends us elsewhere, are not taken", async () => {
  for (const DNS_API_BASE of [
    "http://127.0.0.1:8053/",
    "http://127.0.0.1:8025/",
    "http://127.0.0.1:8053/records",
  ]) {
    expect(await lookUp({ DNS_API_BASE }, "acme.test", "A")).toMatchObject({ outcome: "no_answer" });
  }
});

test("what is typed into the page of records is found, and shown without being obeyed", async () => {
  const type = (form: Record<string, string>) =>
    env.DNS.fetch("http://127.0.0.1:8053/records", {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "manual",
    });

  await type({ type: "TXT", name: "acme.test", value: "<script>alert(1)</script>" });
  const refused = await type({ type: "TXT", name: "", value: "nothing" });

  const page = await (await env.DNS.fetch("http://127.0.0.1:8053/")).text();
  expect(page).toContain("acme.test");
  expect(page).not.toContain("<script>");
  expect(refused.headers.get("location")).toContain("mistake");
});
