import type { EmailKind, Receipt } from "../../db/emails.server";
import type { EmailContent } from "./content";
import { invitationEmail } from "./kinds/invitation";
import { type MemberInvitation, memberInvitationEmail } from "./kinds/member-invitation";
import { receiptEmail } from "./kinds/receipt";
import type { Letter } from "./letter";

/** What each kind must know beside the letter's own words. */
export interface Facts {
  receipt: Receipt;
  invitation: Record<string, never>;
  member_invitation: MemberInvitation;
}

/** How each kind is worded. */
const WORDS: { [Kind in EmailKind]: (letter: Letter, facts: Facts[Kind]) => EmailContent } = {
  receipt: receiptEmail,
  invitation: invitationEmail,
  member_invitation: memberInvitationEmail,
};

export const wordEmail = <Kind extends EmailKind>(
  kind: Kind,
  letter: Letter,
  facts: Facts[Kind],
): EmailContent => WORDS[kind](letter, facts);
