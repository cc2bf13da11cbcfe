import type { EmailKind } from "../../db/emails.server";

interface CataloguedKind {
  label: string;
  /** When it goes out, for the partner. */
  when: string;
  /** Whether it goes out: always, or until the partner switches it off, or once the partner switches it on. */
  standing: "always" | "on" | "off";
}

/** Every kind of message, as partners know it. What a customer has a right to be told cannot be switched off. */
export const CATALOGUE: Record<EmailKind, CataloguedKind> = {
  receipt: { label: "Receipt", when: "Credits were bought and added.", standing: "always" },
  payment_processing: {
    label: "Payment processing",
    when: "A bank takes days to confirm a payment.",
    standing: "on",
  },
  payment_failed: {
    label: "Payment failed",
    when: "A payment came to nothing after the customer had left the page.",
    standing: "on",
  },
  refund_recorded: { label: "Refund", when: "Money of a purchase goes back.", standing: "always" },
  credits_removed: {
    label: "Credits removed",
    when: "Credits were taken back because their payment was.",
    standing: "always",
  },
  credits_returned: {
    label: "Credits returned",
    when: "Credits that were taken back are given again: a refund failed, or a dispute was won.",
    standing: "on",
  },
  low_credits: {
    label: "Low credits",
    when: "A balance came down to the customer's threshold; at most once a day.",
    standing: "on",
  },
  credits_used_up: {
    label: "Credits used up",
    when: "A balance came down to nothing; at most once a day.",
    standing: "on",
  },
  credits_added: { label: "Credits added by hand", when: "One of you added credits.", standing: "off" },
  credits_deducted: {
    label: "Credits deducted by hand",
    when: "One of you deducted credits.",
    standing: "off",
  },
  invitation: { label: "Invitation", when: "You invite a customer to your portal.", standing: "always" },
  sign_in: {
    label: "Sign-in code",
    when: "A customer asks to sign in to your portal.",
    standing: "always",
  },
  member_invitation: {
    label: "Invitation of a colleague",
    when: "You invite somebody to work with you here.",
    standing: "always",
  },
  member_sign_in: {
    label: "Sign-in code of a colleague",
    when: "One of you asks to sign in here.",
    standing: "always",
  },
};

/** What goes to customers, in the order in which a partner reads of it. */
export const CUSTOMER_KINDS = (Object.keys(CATALOGUE) as EmailKind[]).filter(
  (kind) => kind !== "member_invitation" && kind !== "member_sign_in",
);

/** Null for a text that names no kind of message to customers. */
export const readCustomerKind = (text: string | null | undefined): EmailKind | null =>
  CUSTOMER_KINDS.find((kind) => kind === text) ?? null;
