import type { Page } from "playwright-core";
import { appRoutes } from "../http/app-routes";
import { paidEvent } from "../stripe/sample-events";
import { ACCOUNT, DISPUTED_CARD, shopper } from "./shopper";
import type { Town } from "./town";

/** What a payment can come to, as the customer's page of the purchase tells it. */
export interface Purchases {
  credited: string;
  failed: string;
  cancelled: string;
  waiting: string;
}

export interface PortalPage {
  id: string;
  path: string;
  /** What the page says first, where it may say several things. */
  heading?: string;
}

const GOOD_CARD = "4242424242424242";
const DECLINED_CARD = "4000000000000002";

/** Somebody pays; is declined and gives up; cancels; and leaves Stripe's page open. Answers the purchases. */
export async function buyInEveryWay(customer: Page, portal: string): Promise<Purchases> {
  const credited = await purchaseOnItsWay(customer, portal);
  await pay(customer, GOOD_CARD);
  await customer.getByRole("heading", { name: "Credits added" }).waitFor();

  const failed = await anotherOnItsWay(customer, portal);
  await pay(customer, DECLINED_CARD);
  await customer.getByText("Your card was declined").first().waitFor();

  const cancelled = await anotherOnItsWay(customer, portal);
  return { credited, failed, cancelled, waiting: await anotherOnItsWay(customer, portal) };
}

/** As people would, not within one second: by that the links to purchases of the same plan are told apart. */
async function anotherOnItsWay(customer: Page, portal: string): Promise<string> {
  await customer.waitForTimeout(1_000);
  return purchaseOnItsWay(customer, portal);
}

/** Goes to Stripe's page for the small plan. Answers the purchase, which is in the address of the way back. */
export async function purchaseOnItsWay(customer: Page, portal: string): Promise<string> {
  await customer.goto(`${portal}/credits`);
  await customer.getByRole("button", { name: "Purchase Starter Pack" }).click();
  const wayBack = await customer.getByRole("link", { name: /cancel/i }).getAttribute("href");
  return /purchase_\w+/.exec(wayBack ?? "")?.[0] ?? "";
}

async function pay(customer: Page, card: string): Promise<void> {
  await customer.getByLabel("Or type a test card number").fill(card);
  await customer.getByRole("button", { name: /^Pay / }).click();
}

/** What has an address on a portal's host and is no page: a way on, a picture, a door for the operator. */
const NO_PAGES = /^routes\/(start|sign-out|language|brand|operator\/.*)$/;

/** Every page of a portal, as app/routes.ts lists them: a new one is looked at with nobody thinking of it. */
export function portalPages(purchaseId: string): PortalPage[] {
  return appRoutes({ ":purchaseId": purchaseId }).filter(
    ({ id, path, site }) => site !== "dashboard" && !NO_PAGES.test(id) && !/\.\w+$/.test(path),
  );
}

/** The same page in other states than that of a purchase that was credited. */
export const otherStates = ({ failed, cancelled, waiting }: Purchases): PortalPage[] => [
  { id: "failed", path: `/purchases/${failed}` },
  { id: "cancelled", path: `/purchases/${cancelled}?cancelled` },
  // At the longest wait, so that the page stays while it is looked at.
  { id: "waiting", path: `/purchases/${waiting}?look=10` },
  { id: "no receipt", path: `/purchases/${waiting}/receipt` },
];

/** What banks and partners make of a purchase, and a payment that does not fit it: the page in those states. */
export async function statesByOthers(town: Town, email: string): Promise<PortalPage[]> {
  const customer = await shopper(town, email);
  const refunded = await customer.buys("Starter Pack");
  await customer.isRefunded(refunded);
  const disputed = await customer.chooses("Starter Pack");
  await customer.pays(disputed, DISPUTED_CARD);
  const processing = await customer.chooses("Pro Bundle");
  await customer.pays(processing, "bank_debit");
  const checked = await customer.chooses("Starter Pack");
  await town.hears(paidEvent({ account: ACCOUNT, ...checked, amount: 100 }));

  const page = ({ purchaseId }: { purchaseId: string }, rest = "") => `/purchases/${purchaseId}${rest}`;
  return [
    { id: "refunded", path: page(refunded), heading: "Payment refunded" },
    { id: "receipt of what went back", path: page(refunded, "/receipt") },
    { id: "disputed", path: page(disputed), heading: "Payment disputed" },
    { id: "processing", path: page(processing, "?look=10"), heading: "Payment processing" },
    { id: "again", path: page(processing, "/again"), heading: "A payment is still being confirmed" },
    { id: "being checked", path: page(checked), heading: "We are checking your payment" },
  ];
}
