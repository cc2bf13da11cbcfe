import { expect, test } from "vitest";
import { openShop, type PlanSpec } from "../shop/shop";
import { PLAN_PAGES } from "./credit-plans-page";

const THREE: PlanSpec[] = [
  { name: "Starter Pack", credits: 1_000, priceMinor: 4_900 },
  { name: "Pro Bundle", credits: 5_000, priceMinor: 19_900, popular: true },
  { name: "Enterprise Package", credits: 10_000, priceMinor: 34_900 },
];

const advised = async (plans: PlanSpec[]) => {
  const shop = await openShop({ plans });
  const [owner, ana] = [await shop.owner(), await shop.customer()];
  return { ana, reads: async () => (await owner.browser.get(PLAN_PAGES[1])).text };
};

test("L112 three plans in good order are given no advice, and two a hint below the list", async () => {
  const good = await (await advised(THREE)).reads();
  expect(good).not.toContain("Pricing advice");

  const few = await (await advised(THREE.slice(0, 2))).reads();
  expect(few).toContain("Pricing advice");
  expect(few).toContain("Hint: 2 plans are active, which is a limited choice; offer three to five.");
});

test("L112–114 six plans on offer are too many to choose from", async () => {
  const six = [1, 2, 4, 8, 16, 32].map((size) => ({
    name: `Pack of ${size}`,
    credits: size * 1_000,
    priceMinor: Math.round(size * 4_900 * 0.9 ** size),
  }));
  expect(await (await advised(six)).reads()).toContain(
    "6 plans are active, which is too many to choose from",
  );
  expect(await (await advised(six.slice(0, 4))).reads()).not.toMatch(/plans? (is|are) active/);
});

test("L116 two plans that are nearly alike are named in the list, and neither is once one of them is another", async () => {
  const twin = { name: "Starter Plus", credits: 1_200, priceMinor: 5_500 };
  const { reads } = await advised([...THREE, twin]);
  expect(await reads()).toContain(
    "Starter Pack and Starter Plus are nearly the same size; give Starter Plus at least 1,500 credits or switch one off.",
  );
  expect(await (await advised(THREE)).reads()).not.toContain("nearly the same");
});

test("L117 the largest plan that is dearer per credit is named in the list, and no customer reads it", async () => {
  const dear = { name: "Enterprise Package", credits: 10_000, priceMinor: 89_900 };
  const { ana, reads } = await advised([...THREE.slice(0, 2), dear]);
  expect(await reads()).toContain(
    "Warning: Enterprise Package costs $0.0899 per credit, 83 % dearer than Starter Pack, the smallest plan; lower its price to $397.99 or less.",
  );
  expect((await ana.browser.get("/credits")).text).not.toMatch(/dearer|Pricing advice/);
});

test("X7 the plan that sells best is suggested for the badge, once it was sold", async () => {
  const { ana, reads } = await advised(THREE);
  expect(await reads()).not.toContain("better mark");
  await (await ana.chooses("Starter Pack")).pays();
  await ana.chooses("Pro Bundle");
  await ana.walletIsCopied();
  expect(await reads()).toContain("Pro Bundle is marked Popular; better mark Starter Pack, the most sold.");
});

test("X7 what another partner sold counts nothing", async () => {
  const there = await advised(THREE);
  await (await there.ana.chooses("Starter Pack")).pays();
  await there.ana.walletIsCopied();
  expect(await (await advised(THREE)).reads()).not.toContain("better mark");
});
