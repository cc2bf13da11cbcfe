import type { RefundPolicy } from "../../app/refunds/reversal";
import type { AdjustResult, DecideCaseResult, ReleaseResult } from "../../app/wallet/results";
import type { CaseAnswer } from "../../app/wallet/reversals";

/** What a person answered to an open refund case. */
export interface Decided {
  customerId: string;
  form: Omit<CaseAnswer, "actor">;
  answer: DecideCaseResult | null;
}

/** What was asked of Topup in a seed and what it answered. Whatever it answered, it must stand by. */
export interface Transcript {
  clicks: { customerId: string; planId: string; clickId: string; wasOnOffer: boolean; page: string | null }[];
  adjustments: { customerId: string; formId: string; amountMicros: number; answer: AdjustResult | null }[];
  decisions: Decided[];
  releases: { customerId: string; purchaseId: string; answer: ReleaseResult | null }[];
  /** Every policy that each partner has had in the seed. */
  policies: Map<string, Set<RefundPolicy>>;
  /** Partners whose copies were forgotten, perhaps without being told again: nobody answered. */
  unansweredRebuilds: Set<string>;
  /** Payments and reversals of which Stripe was told that they are dealt with, and whether a restart forgot them. */
  confirmations: { purchaseId: string; isKept: boolean }[];
  /** Purchases of which somebody with our secret said that they were paid in another way than agreed. */
  disputedTerms: Set<string>;
  /** Errors that no fault explains. */
  surprises: string[];
}

export const emptyTranscript = (): Transcript => ({
  clicks: [],
  adjustments: [],
  decisions: [],
  releases: [],
  policies: new Map(),
  unansweredRebuilds: new Set(),
  confirmations: [],
  disputedTerms: new Set(),
  surprises: [],
});
