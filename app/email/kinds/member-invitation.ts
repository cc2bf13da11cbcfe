import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** Who asks somebody to join whose dashboard. */
export interface MemberInvitation {
  partnerName: string;
  invitedBy: string;
}

/** Somebody is to work for a partner. Signing in needs no password, so the link is no secret. */
export const memberInvitationEmail = (
  { sender, origin, to }: Letter,
  { partnerName, invitedBy }: MemberInvitation,
): EmailContent => ({
  subject: `${invitedBy} invites you to ${partnerName}`,
  heading: `Join ${partnerName}`,
  paragraphs: [
    `${invitedBy} invites you to work with ${partnerName} on ${sender}.`,
    `Sign in with this address, ${to}. You need no password: we send you a code each time.`,
  ],
  button: { label: "Sign in", href: `${origin}/sign-in` },
  footnote: "If you did not expect this, ignore this message.",
});
