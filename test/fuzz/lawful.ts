import type { Opened } from "../attack/buyer";

type Loose = { [key: string]: unknown } | undefined;

const REPORTS_OF_PAYMENT = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.expired",
];

/**
 * The purchase that a signed body may turn into credits, or null: written from what is promised and not from the
 * app's code. An event of an expired session that says `paid` counts, because then it was paid.
 */
export function lawfullyCredits(body: string, opened: ReadonlyMap<string, Opened>): string | null {
  const event = parsed(body);
  const session = (event?.data as Loose)?.object as Loose;
  const metadata = session?.metadata as Loose;
  const purchase = opened.get(metadata?.purchase_id as string);
  if (!event || !session || !purchase) return null;
  const isLawful =
    REPORTS_OF_PAYMENT.includes(event.type as string) &&
    event.account === purchase.account &&
    event.livemode === false &&
    session.id === purchase.session.id &&
    session.payment_status === "paid" &&
    session.amount_total === purchase.session.amount_total &&
    session.currency === purchase.session.currency &&
    metadata?.customer_id === purchase.customerId;
  return isLawful ? purchase.purchaseId : null;
}

/** Whether a signed body would take our access to an account away, as it may. */
export function deauthorizes(body: string, account: string): boolean {
  const event = parsed(body);
  return event?.type === "account.application.deauthorized" && event.account === account;
}

function parsed(body: string): Loose {
  try {
    return JSON.parse(body) ?? undefined;
  } catch {
    return undefined;
  }
}
