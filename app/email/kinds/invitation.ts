import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** The partner lets a customer into its portal. Signing in needs no password, so the link is no secret. */
export const invitationEmail = ({ sender, origin, to }: Letter): EmailContent => ({
  subject: `Your invitation to ${sender}`,
  heading: "You are invited",
  paragraphs: [
    `${sender} has opened an account for you. There you see your balance, buy credits and find your receipts.`,
    `Sign in with this address, ${to}. You need no password: we send you a code each time.`,
  ],
  button: { label: "Sign in", href: `${origin}/sign-in` },
  footnote: "If you did not expect this, ignore this message.",
});
