import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";

test("a page that waits for a payment says that it looks again by itself, and can be stopped and started", async () => {
  const shop = await openShop({ plans: [starterPack] });
  const ana = await shop.customer();
  const checkout = await ana.chooses("Starter Pack");
  const path = `/purchases/${checkout.purchaseId}`;

  const looking = await ana.browser.get(path);
  expect(looking.headers.get("refresh")).toBe("3; url=?look=1");
  expect((await ana.browser.get(`${path}?look=1`)).headers.get("refresh")).toBe("6; url=?look=2");
  expect(looking.text).toContain("This page looks again by itself. Stop looking");

  const still = await ana.browser.get(`${path}?look=off`);
  expect(looking.html).toContain('href="?look=off"');
  expect(still.headers.has("refresh")).toBe(false);
  expect(still.text).not.toContain("This page looks again by itself.");
  expect(still.html).toMatch(/href="\?"[^>]*>Look again</);

  await checkout.pays();
  for (const address of [path, `${path}?look=off`]) {
    const { headers, html, text } = await ana.browser.get(address);
    expect(text).toContain("Credits added");
    expect(headers.has("refresh")).toBe(false);
    expect(html).not.toContain("Look again");
  }
});
