import * as z from "zod";
import { defineKind } from "../kind";

/** Who asks somebody to join whose dashboard. */
const OfInvitation = z.object({ partnerName: z.string(), invitedBy: z.string() });

/** Somebody is to work for a partner. Signing in needs no password, so the link is no secret. */
export const memberInvitation = defineKind({
  label: "Invitation of a colleague",
  when: "You invite somebody to work with you here.",
  standing: "always",
  to: "colleague",
  facts: async ({ details }) => OfInvitation.parse(details),
  sample: () => ({ partnerName: "Acme Agents", invitedBy: "Olivia Park" }),
  words: ({ sender, origin, to }, { partnerName, invitedBy }) => ({
    subject: `${invitedBy} invites you to ${partnerName}`,
    heading: `Join ${partnerName}`,
    paragraphs: [
      `${invitedBy} invites you to work with ${partnerName} on ${sender}.`,
      `Sign in with this address, ${to}. You need no password: we send you a code each time.`,
    ],
    button: { label: "Sign in", href: `${origin}/sign-in` },
    footnote: "If you did not expect this, ignore this message.",
  }),
});
