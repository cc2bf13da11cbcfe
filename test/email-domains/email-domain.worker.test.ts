import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { asksForMail } from "../auth/sign-in-mail";
import { cron, dns, inboxOf } from "../shop/outside";
import type { Owner } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";

const PAGE = "/settings/email-domain";

const save = (owner: Owner, domain: string, fromName = "Acme Support") =>
  owner.browser.post(PAGE, { intent: "save", fromEmail: `hello@${domain}`, fromName });

const recordsIn = async (partnerId: string) => {
  const row = await env.DB.prepare("SELECT records, status FROM email_domains WHERE partner_id = ?")
    .bind(partnerId)
    .first<{ records: string; status: string }>();
  return {
    status: row?.status,
    records: JSON.parse(row?.records ?? "[]") as { type: "TXT" | "MX"; name: string; value: string }[],
  };
};

test("a domain is pending, fails with the record that lacks, is verified when all are right, and mails come from it", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const domain = `${shop.name}.example`;
  expect((await save(owner, domain)).location).toBe(`${PAGE}?done=saved`);
  const { records, status } = await recordsIn(shop.partnerId);
  expect(status).toBe("pending");

  const [lacking, ...others] = records;
  for (const { type, name, value } of others)
    await dns.add(type, name, type === "MX" ? `10 ${value}` : value);
  await owner.browser.post(PAGE, { intent: "check" });
  const failed = await owner.browser.get(PAGE);
  expect(failed.text).toContain("Failed");
  expect(failed.text).toContain("Missing Add it.");

  await dns.add("TXT", lacking?.name ?? "", lacking?.value ?? "");
  await owner.browser.post(PAGE, { intent: "check" });
  expect((await owner.browser.get(PAGE)).text).toContain("Verified");
  expect((await owner.browser.post(PAGE, { intent: "test" })).location).toBe(`${PAGE}?done=sent`);
  await (await ana.chooses("Starter Pack")).pays();
  await ana.walletIsCopied();
  expect((await inboxOf(ana.email, "Receipt"))[0]?.from).toBe(`"Acme Support" <hello@${domain}>`);

  await owner.browser.post(PAGE, { intent: "remove" });
  expect((await owner.browser.get(PAGE)).text).not.toContain(domain);
});

test("a customer's sign-in code comes from the partner's verified domain, a member's from the platform", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const senderOfCode = async ({ browser, email }: Pick<Owner, "browser" | "email">) => {
    await asksForMail(browser, email);
    return (await inboxOf(email, "sign-in code"))[0]?.from;
  };
  await save(owner, `${shop.name}.example`);
  expect(await senderOfCode(ana)).toBe(`"${shop.title}" <no-reply@topup.test>`);

  for (const { type, name, value } of (await recordsIn(shop.partnerId)).records)
    await dns.add(type, name, type === "MX" ? `10 ${value}` : value);
  await owner.browser.post(PAGE, { intent: "check" });
  expect(await senderOfCode(ana)).toBe(`"Acme Support" <hello@${shop.name}.example>`);
  expect(await senderOfCode(owner)).toBe('"Topup" <no-reply@topup.test>');
});

test("a domain that two partners name belongs to the one who sets its records", async () => {
  const [first, second] = [await openShop(), await openShop()];
  const domain = `${first.name}.example`;
  const [one, other] = [await first.owner(), await second.owner()];
  await save(one, domain);
  await save(other, domain);
  for (const { type, name, value } of (await recordsIn(first.partnerId)).records)
    await dns.add(type, name, type === "MX" ? `10 ${value}` : value);
  await env.DB.prepare("UPDATE email_domains SET next_check_at = 0").run();
  await cron();
  expect((await recordsIn(first.partnerId)).status).toBe("verified");
  expect((await recordsIn(second.partnerId)).status).toBe("failed");
});

test("a test from a domain that is not verified is refused, and bad input keeps what was typed", async () => {
  const owner = await (await openShop()).owner();
  await save(owner, "acme.example");
  expect((await owner.browser.post(PAGE, { intent: "test" })).status).toBe(422);
  const page = await owner.browser.post(PAGE, { intent: "save", fromEmail: "me@gmail.com", fromName: "Me" });
  expect(page.status).toBe(422);
  expect(page.html).toContain('value="me@gmail.com"');
  expect(page.text).toContain("Use an address at your own domain.");
});
