import type { EmailKind } from "../../db/emails.server";
import type { EmailContent } from "./content";
import { lowCreditsEmail, usedUpEmail } from "./kinds/alerts";
import {
  creditsAddedEmail,
  creditsDeductedEmail,
  creditsRemovedEmail,
  creditsReturnedEmail,
} from "./kinds/balance-changed";
import { invitationEmail } from "./kinds/invitation";
import { memberInvitationEmail } from "./kinds/member-invitation";
import { paymentFailedEmail, paymentProcessingEmail } from "./kinds/payment";
import { receiptEmail } from "./kinds/receipt";
import { refundRecordedEmail } from "./kinds/refund-recorded";
import { signInEmail } from "./kinds/sign-in";
import type { Letter } from "./letter";

/** How each kind is worded. */
const WORDS = {
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
} satisfies Record<EmailKind, (letter: Letter, facts: never) => EmailContent>;

type Words = typeof WORDS;

/** What each kind must know beside the letter's own words: whatever its words ask for. */
export type Facts = {
  [Kind in EmailKind]: Words[Kind] extends (letter: Letter, facts: infer Known) => EmailContent
    ? Known
    : never;
};

export function wordEmail<Kind extends EmailKind>(
  kind: Kind,
  letter: Letter,
  facts: Facts[Kind],
): EmailContent {
  const words: { [Each in EmailKind]: (letter: Letter, facts: Facts[Each]) => EmailContent } = WORDS;
  return words[kind](letter, facts);
}
