import type { AdjustResult } from "../../app/wallet/results";

/** What was asked of Topup in a seed and what it answered. Whatever it answered, it must stand by. */
export interface Transcript {
  clicks: { customerId: string; planId: string; clickId: string; wasOnOffer: boolean; page: string | null }[];
  adjustments: { customerId: string; formId: string; amountMicros: number; answer: AdjustResult | null }[];
  /** Payments of which Stripe was told that they are dealt with, and whether a restart right after forgot them. */
  confirmations: { purchaseId: string; isKept: boolean }[];
  /** Purchases of which somebody with our secret said that they were paid in another way than agreed. */
  disputedTerms: Set<string>;
  /** Errors that no fault explains. */
  surprises: string[];
}

export const emptyTranscript = (): Transcript => ({
  clicks: [],
  adjustments: [],
  confirmations: [],
  disputedTerms: new Set(),
  surprises: [],
});
