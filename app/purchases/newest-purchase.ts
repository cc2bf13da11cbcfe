import type { Home } from "../../db/home.server";
import { formatMoney } from "../money";
import { describeMoment } from "../time";
import { saleStatus } from "./sale-rows";

const LOCALE = "en-US";

/** A purchase as a line of the home page shows it. */
export const newestPurchase = ({ purchase, customer }: Home["newest"][number], now: number) => ({
  id: purchase.id,
  customer: customer.name || customer.email,
  href: `/customers/${customer.id}/billing`,
  plan: purchase.planName,
  amount: formatMoney(purchase.priceMinor, purchase.currency, LOCALE),
  status: saleStatus(purchase),
  at: describeMoment(purchase.openedAt, now, LOCALE),
});

export type NewestPurchase = ReturnType<typeof newestPurchase>;
