import { readEmail } from "../email-address";
import type { Role } from "./permission";

/** The invitation as it was typed; kept as it is, so that a mistake costs nobody their text. */
export interface InvitationFormValues {
  email: string;
  name: string;
  role: string;
}

export type InvitationErrors = Partial<Record<keyof InvitationFormValues, string>>;

export interface Invitation {
  email: string;
  name: string;
  role: Role;
}

export const isRole = (text: unknown): text is Role => text === "owner" || text === "member";

const MAX_NAME = 100;

/** Reads a typed invitation: all of its mistakes at once, each under its field, or the invitation. */
export function readInvitation(
  values: InvitationFormValues,
): { invitation: Invitation } | { errors: InvitationErrors } {
  const email = readEmail(values.email);
  const name = values.name.normalize("NFC").trim();
  const errors: InvitationErrors = {
    ...(!email && { email: values.email.trim() ? "This is not an e-mail address" : "E-mail is required" }),
    ...(name.length > MAX_NAME && { name: `Name must have at most ${MAX_NAME} characters` }),
    ...(!isRole(values.role) && { role: "Choose a role" }),
  };
  if (!email || !isRole(values.role) || Object.keys(errors).length > 0) return { errors };
  return { invitation: { email, name, role: values.role } };
}
