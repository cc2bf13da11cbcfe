import { defineKind } from "../kind";

/** The partner lets a customer into its portal. Signing in needs no password, so the link is no secret. */
export const invitation = defineKind({
  label: "Invitation",
  when: "You invite a customer to your portal.",
  standing: "always",
  to: "customer",
  facts: async () => ({}),
  sample: () => ({}),
  words: ({ sender, origin, to, texts: { invitation } }) => ({
    subject: invitation.subject(sender),
    heading: invitation.heading,
    paragraphs: [invitation.text(sender), invitation.how(to)],
    button: { label: invitation.signIn, href: `${origin}/sign-in` },
    footnote: invitation.unexpected,
  }),
});
