import type Stripe from "stripe";
import * as z from "zod";
import { isDeeperThan } from "./json-depth";

/**
 * What a signed event must look like before anything is read from it. A signature says who sent it, not that every
 * field is what the library's types promise; only what Topup reads is asked for, so that Stripe may add what it likes.
 */

/** SQLite refuses JSON that nests a thousand deep, and then the log could not keep it. Stripe's nests some ten. */
const MAX_DEPTH = 100;

/** Ids go into addresses and headers of what we ask of Stripe, so they are made of what both can carry. */
const Id = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const Text = z.string().max(5_000);
const Metadata = z.record(z.string(), z.string());

const Event = z.object({
  id: Id,
  type: Id,
  account: Id.or(z.literal("")).nullish(),
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({}) }),
});

const PaymentError = z.object({
  charge: Id.nullish(),
  code: Text.nullish(),
  decline_code: Text.nullish(),
  type: Text.nullish(),
  message: Text.nullish(),
});

const CheckoutSession = z.object({
  id: Id,
  livemode: z.boolean(),
  status: Text.nullish(),
  payment_status: Text,
  amount_total: z.int().min(0).nullish(),
  currency: Text.nullish(),
  payment_intent: z
    .union([Id, z.object({ id: Id, status: Text, last_payment_error: PaymentError.nullish() })])
    .nullish(),
  metadata: Metadata.nullish(),
});

const OfPayment = z.object({ payment_intent: z.union([Id, z.object({ id: Id })]).nullish() });
const Refund = OfPayment.extend({ id: Id, amount: z.int().min(0), status: Text.nullish() });
const Dispute = OfPayment.extend({
  id: Id,
  amount: z.int().min(0),
  status: Text,
  balance_transactions: z.array(z.unknown()).nullish(),
});

const PaymentIntent = z.object({ id: Id, metadata: Metadata, last_payment_error: PaymentError.nullish() });

const SHAPES = new Map<string, z.ZodType>([
  ["checkout.session.completed", CheckoutSession],
  ["checkout.session.async_payment_succeeded", CheckoutSession],
  ["checkout.session.async_payment_failed", CheckoutSession],
  ["checkout.session.expired", CheckoutSession],
  ["payment_intent.payment_failed", PaymentIntent],
  ["refund.created", Refund],
  ["refund.updated", Refund],
  ["refund.failed", Refund],
  ["charge.refund.updated", Refund],
  ["charge.refunded", OfPayment],
  ["charge.dispute.created", Dispute],
  ["charge.dispute.updated", Dispute],
  ["charge.dispute.funds_withdrawn", Dispute],
  ["charge.dispute.funds_reinstated", Dispute],
  ["charge.dispute.closed", Dispute],
  ["account.updated", z.object({ id: Id })],
  ["capability.updated", z.object({ account: Id.or(z.object({ id: Id })) })],
]);

/** Whether the log can keep it and say what it was. */
export const isEvent = (value: unknown): value is Stripe.Event =>
  Event.safeParse(value).success && !isDeeperThan(value, MAX_DEPTH);

/** What keeps an event of a type that Topup uses from being read, or null. */
export function oddityOf(event: Stripe.Event): string | null {
  const issue = SHAPES.get(event.type)?.safeParse(event.data.object).error?.issues[0];
  return issue ? `${["data.object", ...issue.path].join(".")}: ${issue.message}` : null;
}
