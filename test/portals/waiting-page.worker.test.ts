import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";

const REFRESH = /<meta http-equiv="refresh" content="(\d+);url=([^"]*)"/i;

test("a page that waits for a payment says that it looks again by itself, and can be stopped and started", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const path = `/purchases/${checkout.purchaseId}`;

  const looking = await ana.browser.get(path);
  expect(REFRESH.exec(looking.html)?.slice(1)).toEqual(["3", "?look=1"]);
  expect(looking.text).toContain("This page looks again by itself. Stop looking");

  const still = await ana.browser.get(`${path}?look=off`);
  expect(looking.html).toContain('href="?look=off"');
  expect(still.html).not.toMatch(REFRESH);
  expect(still.text).not.toContain("This page looks again by itself.");
  expect(still.html).toMatch(/href="\?"[^>]*>Look again</);

  await checkout.pays();
  for (const address of [path, `${path}?look=off`]) {
    const { html, text } = await ana.browser.get(address);
    expect(text).toContain("Credits added");
    expect(html).not.toMatch(REFRESH);
    expect(html).not.toContain("Look again");
  }
});
