import * as z from "zod";
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
const MAX_EMAIL = 254;

/** Reads a typed invitation: all of its mistakes at once, each under its field, or the invitation. */
export function readInvitation(
  values: InvitationFormValues,
): { invitation: Invitation } | { errors: InvitationErrors } {
  const email = values.email.normalize("NFC").trim().toLowerCase();
  const name = values.name.normalize("NFC").trim();
  const errors: InvitationErrors = {
    ...(!email && { email: "E-mail is required" }),
    ...(email && !isEmail(email) && { email: "This is not an e-mail address" }),
    ...(name.length > MAX_NAME && { name: `Name must have at most ${MAX_NAME} characters` }),
    ...(!isRole(values.role) && { role: "Choose a role" }),
  };
  if (Object.keys(errors).length > 0 || !isRole(values.role)) return { errors };
  return { invitation: { email, name, role: values.role } };
}

const isEmail = (text: string) => text.length <= MAX_EMAIL && z.email().safeParse(text).success;
