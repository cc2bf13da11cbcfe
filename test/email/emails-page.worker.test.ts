import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { type Bindings, createContext } from "../../app/context.server";
import { deliverDueEmails } from "../../app/email/deliver-due-emails.server";
import { CUSTOMER_KINDS } from "../../app/email/kinds";
import { openDatabase } from "../../db/client.server";
import { cron, inboxOf } from "../shop/outside";
import type { Customer } from "../shop/people";
import { openShop, starterPack } from "../shop/shop";
import { failedEmail, kindsOf, onlyMail } from "./messages-of";

const PAGE = "/settings/emails";

test("a partner switches a kind on and off, and the audit log says who", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  expect((await owner.browser.get(PAGE)).html).toMatch(
    /aria-checked="false"[^>]*aria-label="Send: Credits added by hand"/,
  );

  const answer = await owner.browser.post(PAGE, { kind: "credits_added", to: "on" });
  expect(answer.location).toBe(`${PAGE}?switched=credits_added`);
  const page = await owner.browser.get(`${PAGE}?switched=credits_added`);
  expect(page.text).toContain("Credits added by hand: saved");
  expect(page.html).toMatch(/aria-checked="true"[^>]*aria-label="Send: Credits added by hand"/);
  await owner.browser.post(PAGE, { kind: "credits_added", to: "on" });

  const { results } = await env.DB.prepare("SELECT action, object_id FROM audit_log WHERE partner_id = ?")
    .bind(shop.partnerId)
    .all();
  expect(results).toEqual([{ action: "email_kind.switched_on", object_id: "credits_added" }]);
});

test("a receipt cannot be switched off, nor what is no kind", async () => {
  const owner = await (await openShop()).owner();
  for (const kind of [
    "receipt",
    "refund_recorded",
    "invitation",
    "sign_in",
    "member_invitation",
    "nothing",
  ]) {
    expect((await owner.browser.post(PAGE, { kind, to: "off" })).status, kind).toBe(422);
  }
});

test("each kind can be looked at with figures of nobody, in a frame that runs nothing", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const list = await owner.browser.get(PAGE);
  const previews = [
    ...new Set(
      [...list.html.matchAll(/href="(\/settings\/emails\/preview\/\w+)"/g)].map(([, to]) => to ?? ""),
    ),
  ];
  expect(previews).toHaveLength(CUSTOMER_KINDS.length);
  for (const path of previews) {
    const page = await owner.browser.get(path);
    expect(page.status).toBe(200);
    expect(page.html).toContain('sandbox=""');
    const document = await owner.browser.get(`${path}/message.html`);
    expect(document.text).toContain(shop.title);
    expect(document.headers.get("content-security-policy")).toContain("sandbox");
    expect(document.headers.get("x-frame-options")).toBe("SAMEORIGIN");
  }
  for (const kind of ["member_invitation", "member_sign_in"])
    expect((await owner.browser.get(`${PAGE}/preview/${kind}`)).status).toBe(404);
});

test("a test goes to the member who asks, and to nobody else", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  const answer = await owner.browser.post(`${PAGE}/preview/low_credits`, {});
  expect(answer.location).toBe(`${PAGE}/preview/low_credits?tested=sent`);
  const [mail] = await inboxOf(shop.ownerEmail, "Test:");
  expect(mail?.subject).toBe("Test: You have 42.5 credits left");
  expect((await owner.browser.get(answer.location ?? "")).text).toContain("Test e-mail sent");
});

/** The message goes out once more, from a platform that has no way to send. */
async function isDueWithoutMail({ id }: Customer) {
  await env.DB.prepare("UPDATE emails SET status = 'queued', next_attempt_at = 0 WHERE customer_id = ?")
    .bind(id)
    .run();
  const { settings } = createContext({ ...env, EMAIL_API_KEY: "" } as unknown as Bindings, () => {});
  await deliverDueEmails(openDatabase(env.DB), settings);
}

test("L85 a partner sees which receipt was not sent because e-mail is not configured, and sends it later", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await (await ana.chooses("Starter Pack")).pays();
  await ana.walletIsCopied();
  await onlyMail(ana, "Receipt");
  await isDueWithoutMail(ana);
  expect((await ana.sees()).balance).toBe("1,000");
  expect((await owner.browser.get("/billing-and-invoices")).text).toContain(
    "Not sent: e-mail not configured",
  );
  const list = await owner.browser.get(`${PAGE}/sent`);
  expect(list.text).toContain(`Receipt ${ana.email} Status Not sent E-mail is not configured`);

  const path = /action="(\/settings\/emails\/sent\/[^"]+\/again)"/.exec(list.html)?.[1] ?? "";
  expect((await owner.browser.post(path, {})).location).toBe(`${PAGE}/sent?again=requeued`);
  await cron();
  expect(await inboxOf(ana.email, "Receipt", 2)).toHaveLength(2);
  expect((await owner.browser.get(`${PAGE}/sent`)).text).toContain(`Receipt ${ana.email} Status Sent`);
  expect(await kindsOf(ana)).toEqual(["receipt"]);
});

test("a message of another partner is not there to be seen or sent again", async () => {
  const shop = await openShop();
  const ana = await shop.customer();
  const id = await failedEmail(ana);
  const rival = await (await openShop()).owner();
  expect((await rival.browser.get(`${PAGE}/sent`)).text).not.toContain(ana.email);
  expect((await rival.browser.post(`${PAGE}/sent/${id}/again`, {})).status).toBe(404);
  expect((await rival.browser.post(`${PAGE}/sent/nothing/again`, {})).status).toBe(404);
});

test("the list goes on page by page, and shows each message once", async () => {
  const shop = await openShop();
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  const ids = [];
  for (let number = 0; number < 27; number += 1) ids.push(await failedEmail(ana));
  const first = await owner.browser.get(`${PAGE}/sent`);
  const older = /href="(\/settings\/emails\/sent\?from=[^"]+)"/.exec(first.html)?.[1] ?? "";
  const second = await owner.browser.get(older);
  const shown = [first, second].flatMap(({ html }) =>
    [...html.matchAll(/sent\/(email_\w+)\/again"/g)].map(([, id]) => id),
  );
  expect(shown.sort()).toEqual(ids.sort());
});

test("the list is narrowed to what failed, or to one kind, and stays so on its older pages", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  await (await ana.chooses("Starter Pack")).pays();
  await onlyMail(ana, "Receipt");
  for (let number = 0; number < 26; number += 1) await failedEmail(ana);
  const rows = async (query: string) => {
    const { html } = await owner.browser.get(`${PAGE}/sent${query}`);
    return [...html.matchAll(/aria-label="Send again: (\w+) to /g)].map(([, label]) => label);
  };

  expect(await rows("?show=receipt")).toEqual(["Receipt"]);
  expect(await rows("?show=nonsense")).toHaveLength(25);
  for (const show of ["failed", "invitation"]) {
    expect(await rows(`?show=${show}`)).toEqual(Array(25).fill("Invitation"));
    const { html } = await owner.browser.get(`${PAGE}/sent?show=${show}`);
    expect(html).toContain(`<option value="${show}" selected="">`);
    const [, older = ""] = /href="\/settings\/emails\/sent(\?[^"]*from=[^"]+)"/.exec(html) ?? [];
    expect(await rows(older.replaceAll("&amp;", "&"))).toEqual(["Invitation"]);
  }
  expect((await owner.browser.get(`${PAGE}/sent?show=low_credits`)).text).toContain("No such messages");
});
