import type Stripe from "stripe";
import { UpstreamFailure } from "../errors";
import type { DisputeFacts, RefundFacts } from "../refunds/reversal";
import type { CheckoutReport } from "../wallet/purchase";
import { reportOf } from "./checkout-report";
import { addressIn, type PaymentAddress } from "./payment-address";
import { disputeFacts, refundFacts } from "./reversal-facts";
import { isFinal, passing } from "./stripe-errors";

/** In milliseconds since 1970 UTC, both included; open-ended when `until` is null. */
export interface CreatedWithin {
  since: number;
  until: number | null;
}

export interface StripePage<T> {
  /** What of the page may concern us. */
  items: T[];
  /** How many the page had. */
  read: number;
  /** Where the next page begins, or null. */
  next: string | null;
}

export interface ListedCheckout {
  report: CheckoutReport;
  address: PaymentAddress;
}

/** A refund or a dispute, and where its payment says that it belongs. */
export type ListedReversal = {
  accountId: string;
  currency: string;
  address: PaymentAddress | null;
} & ({ type: "refund"; facts: RefundFacts } | { type: "dispute"; facts: DisputeFacts });

const OBJECTS_A_PAGE = 100;

export async function listCheckouts(
  stripe: Stripe,
  accountId: string,
  created: CreatedWithin,
  after: string | null,
): Promise<StripePage<ListedCheckout>> {
  const page = await reading("checkouts", () =>
    stripe.checkout.sessions.list(asked(created, after), on(accountId)),
  );
  return pageOf(page, (session) => {
    const [report, address] = [reportOf(session, accountId), addressIn(session.metadata)];
    return report && address && { report, address };
  });
}

export async function listRefunds(
  stripe: Stripe,
  accountId: string,
  created: CreatedWithin,
  after: string | null,
): Promise<StripePage<ListedReversal>> {
  const page = await reading("refunds", () =>
    stripe.refunds.list(withPayment(created, after), on(accountId)),
  );
  return pageOf(page, (refund) => {
    const facts = refundFacts(refund);
    return facts && { type: "refund", facts, ...common(refund, accountId) };
  });
}

export async function listDisputes(
  stripe: Stripe,
  accountId: string,
  created: CreatedWithin,
  after: string | null,
): Promise<StripePage<ListedReversal>> {
  const page = await reading("disputes", () =>
    stripe.disputes.list(withPayment(created, after), on(accountId)),
  );
  return pageOf(page, (dispute) => {
    const facts = disputeFacts(dispute);
    return facts && { type: "dispute", facts, ...common(dispute, accountId) };
  });
}

const asked = ({ since, until }: CreatedWithin, after: string | null) => ({
  created: {
    gte: Math.floor(since / 1000),
    ...(until === null ? {} : { lte: Math.floor(until / 1000) }),
  },
  limit: OBJECTS_A_PAGE,
  ...(after === null ? {} : { starting_after: after }),
});

// A refund names its payment only; the purchase is in the payment's metadata.
const withPayment = (created: CreatedWithin, after: string | null) => ({
  ...asked(created, after),
  expand: ["data.payment_intent"],
});

const common = ({ currency, payment_intent }: Stripe.Refund | Stripe.Dispute, accountId: string) => ({
  accountId,
  currency,
  address: typeof payment_intent === "object" ? addressIn(payment_intent?.metadata ?? null) : null,
});

function pageOf<Listed extends { id: string }, T>(
  { data, has_more }: Stripe.ApiList<Listed>,
  read: (listed: Listed) => T | null,
): StripePage<T> {
  return {
    items: data.flatMap((listed) => read(listed) ?? []),
    read: data.length,
    next: has_more ? (data.at(-1)?.id ?? null) : null,
  };
}

/** What it throws is read, with a full stop, by the person who asked for the comparison. */
async function reading<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isFinal(error)) {
      throw new UpstreamFailure("stripe", `Stripe does not let us read this account's ${what}`, error);
    }
    throw passing(`Stripe did not answer while its ${what} were read`, error);
  }
}

const on = (accountId: string) => ({ stripeAccount: accountId });
