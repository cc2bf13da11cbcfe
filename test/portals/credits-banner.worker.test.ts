import { env } from "cloudflare:test";
import { expect, test } from "vitest";
import { openShop, starterPack } from "../shop/shop";
import { adjusted } from "./adjusted";

test.each([
  ["running low", 60, "Your credits are running low"],
  ["used up", 0, "Your credits are used up"],
])(
  "L107 the banner that credits are %s is gone at the first look after a purchase",
  async (_, left, banner) => {
    const shop = await openShop({ plans: [starterPack] });
    const ana = await shop.customer();
    await env.DB.prepare("UPDATE customers SET low_threshold_micros = 100000000 WHERE id = ?")
      .bind(ana.id)
      .run();
    await adjusted(ana, 200, "Welcome");
    await adjusted(ana, left - 200, "Step");
    for (const page of ["/credits", "/billing"]) {
      expect((await ana.browser.get(page)).text, page).toContain(banner);
    }

    await (await ana.chooses("Starter Pack")).pays();
    for (const page of ["/credits", "/billing"]) {
      expect((await ana.browser.get(page)).text, page).not.toContain(banner);
    }
  },
);
