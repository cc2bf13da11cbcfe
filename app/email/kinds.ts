import type { EmailKind } from "../../db/emails.server";
import type { Kind } from "./kind";
import { creditsUsedUp, lowCredits } from "./kinds/alerts";
import { creditsAdded, creditsDeducted, creditsRemoved, creditsReturned } from "./kinds/balance-changed";
import { invitation } from "./kinds/invitation";
import { memberInvitation } from "./kinds/member-invitation";
import { paymentFailed, paymentProcessing } from "./kinds/payment";
import { receipt } from "./kinds/receipt";
import { refundFailed, refundRecorded } from "./kinds/refund";
import { memberSignIn, signIn } from "./kinds/sign-in";

/**
 * Every kind of message, in the order in which a partner reads of it. A new one is its name in `db/email-tables.ts`, its
 * file, its texts in the dictionary and a line here; `app/wallet/news.ts` says which changes of a wallet call for it.
 */
export const KINDS: Record<EmailKind, Kind> = {
  receipt,
  payment_processing: paymentProcessing,
  payment_failed: paymentFailed,
  refund_recorded: refundRecorded,
  refund_failed: refundFailed,
  credits_removed: creditsRemoved,
  credits_returned: creditsReturned,
  low_credits: lowCredits,
  credits_used_up: creditsUsedUp,
  credits_added: creditsAdded,
  credits_deducted: creditsDeducted,
  invitation,
  sign_in: signIn,
  member_invitation: memberInvitation,
  member_sign_in: memberSignIn,
};

/** What goes to customers. */
export const CUSTOMER_KINDS = (Object.keys(KINDS) as EmailKind[]).filter(
  (kind) => KINDS[kind].to === "customer",
);

/** Null for a text that names no kind of message to customers. */
export const readCustomerKind = (text: string | null | undefined): EmailKind | null =>
  CUSTOMER_KINDS.find((kind) => kind === text) ?? null;
