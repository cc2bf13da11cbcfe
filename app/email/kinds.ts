import type { EntryFacts, PurchaseFacts, Receipt, RefundFacts } from "../../db/email-facts.server";
import type { EmailKind } from "../../db/emails.server";
import type { EmailContent } from "./content";
import { type AlertFacts, lowCreditsEmail, usedUpEmail } from "./kinds/alerts";
import {
  creditsAddedEmail,
  creditsDeductedEmail,
  creditsRemovedEmail,
  creditsReturnedEmail,
} from "./kinds/balance-changed";
import { invitationEmail } from "./kinds/invitation";
import { type MemberInvitation, memberInvitationEmail } from "./kinds/member-invitation";
import { paymentFailedEmail, paymentProcessingEmail } from "./kinds/payment";
import { receiptEmail } from "./kinds/receipt";
import { refundRecordedEmail } from "./kinds/refund-recorded";
import { type SignInSecrets, signInEmail } from "./kinds/sign-in";
import type { Letter } from "./letter";

/** What each kind must know beside the letter's own words. */
export interface Facts {
  receipt: Receipt;
  payment_processing: PurchaseFacts;
  payment_failed: PurchaseFacts;
  refund_recorded: RefundFacts;
  credits_removed: EntryFacts;
  credits_returned: EntryFacts;
  low_credits: AlertFacts;
  credits_used_up: AlertFacts;
  credits_added: EntryFacts;
  credits_deducted: EntryFacts;
  invitation: Record<string, never>;
  member_invitation: MemberInvitation;
  sign_in: SignInSecrets;
  member_sign_in: SignInSecrets;
}

/** How each kind is worded. */
const WORDS: { [Kind in EmailKind]: (letter: Letter, facts: Facts[Kind]) => EmailContent } = {
  receipt: receiptEmail,
  payment_processing: paymentProcessingEmail,
  payment_failed: paymentFailedEmail,
  refund_recorded: refundRecordedEmail,
  credits_removed: creditsRemovedEmail,
  credits_returned: creditsReturnedEmail,
  low_credits: lowCreditsEmail,
  credits_used_up: usedUpEmail,
  credits_added: creditsAddedEmail,
  credits_deducted: creditsDeductedEmail,
  invitation: invitationEmail,
  member_invitation: memberInvitationEmail,
  sign_in: signInEmail,
  member_sign_in: signInEmail,
};

export const wordEmail = <Kind extends EmailKind>(
  kind: Kind,
  letter: Letter,
  facts: Facts[Kind],
): EmailContent => WORDS[kind](letter, facts);
