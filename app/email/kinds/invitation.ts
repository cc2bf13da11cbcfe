import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** The partner lets a customer into its portal. Signing in needs no password, so the link is no secret. */
export const invitationEmail = ({ sender, origin, to, texts: { invitation } }: Letter): EmailContent => ({
  subject: invitation.subject(sender),
  heading: invitation.heading,
  paragraphs: [invitation.text(sender), invitation.how(to)],
  button: { label: invitation.signIn, href: `${origin}/sign-in` },
  footnote: invitation.unexpected,
});
