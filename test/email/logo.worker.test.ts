import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { newId } from "../../app/ids";
import { openDatabase } from "../../db/client.server";
import { queueEmail } from "../../db/emails.server";
import { asksForMail } from "../auth/sign-in-mail";
import { png } from "../portals/sample-images";
import { cron, inboxOf, type Mail } from "../shop/outside";
import { openShop } from "../shop/shop";
import { Visitor } from "../shop/visitor";

const IMAGES = "/settings/portal/images";

/** Has a portal write to its customer, by the queue and at the door, and answers the newest of both. */
async function mailsTo(shop: Awaited<ReturnType<typeof openShop>>): Promise<Mail[]> {
  const ana = await shop.customer();
  const invitation = { id: newId("email"), kind: "invitation", subjectId: `${ana.id}:1`, at: 1 } as const;
  await queueEmail(openDatabase(env.DB), shop.partnerId, { ...invitation, to: { customerId: ana.id } });
  await cron();
  await asksForMail(ana.browser, ana.email);
  const found = [await inboxOf(ana.email, "invitation"), await inboxOf(ana.email, "sign-in code")];
  return found.flatMap(([newest]) => newest ?? []);
}

test("the partner's logo heads its e-mails, is there for anybody who opens one, and its title stands for it", async () => {
  const shop = await openShop();
  const owner = await shop.owner();
  await owner.browser.upload(IMAGES, { kind: "logo" }, png(320, 64));
  const mails = await mailsTo(shop);

  expect(mails).toHaveLength(2);
  for (const { html, text } of mails) {
    const [, path = ""] =
      html.match(`<img src="http://${shop.host}(/brand/image_\\w+)" alt="${shop.title}"`) ?? [];
    const logo = await new Visitor(shop.host).get(path);
    expect(logo.headers.get("content-type")).toBe("image/png");
    expect(text).toMatch(new RegExp(`^${shop.title}\n`));
  }
  const preview = await owner.browser.get("/settings/emails/preview/receipt/message.html");
  expect(preview.html).toContain(`<img src="http://${shop.host}/brand/image_`);
  expect(preview.headers.get("content-security-policy")).toContain(`img-src http://${shop.host};`);
});

test("without a logo the title heads them as text", async () => {
  const shop = await openShop();
  const mails = await mailsTo(shop);

  expect(mails).toHaveLength(2);
  for (const { html } of mails) {
    expect(html).not.toContain("<img");
    expect(html).toContain(`>${shop.title}</p>`);
  }
});
