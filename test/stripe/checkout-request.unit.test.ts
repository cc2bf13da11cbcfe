import { expect, test } from "vitest";
import {
  type CheckoutPage,
  checkoutRequest,
  firstRequest,
  keepRequest,
} from "../../app/stripe/checkout-request";
import { samplePurchase } from "../wallet/sample-purchase";

const asked: CheckoutPage = {
  email: "ana@customer.test",
  successUrl: "https://acme.test/purchases/1",
  cancelUrl: "https://acme.test/purchases/1?cancelled",
  description: "1,000 credits",
  locale: "de",
  brand: { title: "Acme Voice", colors: { page: "#ffffff", button: "#7c3aed" }, logoUrl: null },
};
const today: CheckoutPage = {
  email: "anna@customer.test",
  successUrl: "https://credits.acme.test/purchases/1",
  cancelUrl: "https://credits.acme.test/purchases/1?cancelled",
  description: "",
  locale: "fr",
  brand: null,
};
const purchase = samplePurchase();

test("what was kept is asked for again word for word, whatever the page would be today", () => {
  const first = checkoutRequest(purchase, asked);
  expect(firstRequest(keepRequest(first), purchase, today)).toEqual(first);
  expect(keepRequest(firstRequest(keepRequest(first), purchase, today))).toBe(keepRequest(first));
});

test("what an earlier or a later version of the code has asked for is asked for again as it was", () => {
  const first = { ...checkoutRequest(purchase, asked), submit_type: "pay" as const, locale: "auto" as const };
  expect(firstRequest(keepRequest(first), purchase, today)).toEqual(first);
});

test("a purchase with which the page alone was kept is asked for with that page, and the address of now", () => {
  const { email, ...page } = asked;
  expect(firstRequest(JSON.stringify(page), purchase, today)).toEqual(
    checkoutRequest(purchase, { ...asked, email: today.email }),
  );
});

test("a purchase with which nothing was kept is asked for with the page of now, and no brand", () => {
  expect(firstRequest(null, purchase, asked)).toEqual(checkoutRequest(purchase, { ...asked, brand: null }));
});
