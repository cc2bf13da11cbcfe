import type { EmailKind } from "../../db/emails.server";

/** Whether a kind goes out: always, or until the partner switches it off, or once the partner switches it on. */
export type Standing = "always" | "on" | "off";

export const STANDING: Record<EmailKind, Standing> = {
  receipt: "always",
  payment_processing: "on",
  payment_failed: "on",
  refund_recorded: "always",
  credits_removed: "always",
  low_credits: "on",
  credits_used_up: "on",
  credits_added: "off",
  credits_deducted: "off",
  invitation: "always",
  member_invitation: "always",
};
