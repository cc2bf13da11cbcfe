import type { Customer } from "../../db/portals.server";
import { readEmail } from "../email-address";

/** The form as it was typed; kept as it is, so that a mistake costs nobody their text. */
export interface CustomerDetails {
  name: string;
  email: string;
  company: string;
  externalId: string;
}

export type DetailField = keyof CustomerDetails;
export type DetailErrors = Partial<Record<DetailField, string>>;
export type DetailDraft = Pick<Customer, "name" | "email" | "company" | "externalId">;

const MAX_LENGTH = 100;

// Letters of any script are welcome; characters that reorder or hide the rest of a page are not.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

export const customerDetails = (form: FormData): CustomerDetails => ({
  name: String(form.get("name") ?? ""),
  email: String(form.get("email") ?? ""),
  company: String(form.get("company") ?? ""),
  externalId: String(form.get("externalId") ?? ""),
});

export const detailsOf = (customer: DetailDraft): CustomerDetails => ({
  name: customer.name,
  email: customer.email,
  company: customer.company,
  externalId: customer.externalId ?? "",
});

/** Reads typed details: all of the mistakes at once, each under its field, or the draft. */
export function readCustomerDetails(
  values: CustomerDetails,
): { draft: DetailDraft } | { errors: DetailErrors } {
  const [name, company, externalId] = [values.name, values.company, values.externalId].map(lineOf);
  const email = readEmail(values.email);
  const errors: DetailErrors = {
    ...lineError("name", "Name", name ?? ""),
    ...(!email && { email: "Enter an e-mail address, such as ana@example.com" }),
    ...lineError("company", "Company", company ?? ""),
    ...lineError("externalId", "External ID", externalId ?? ""),
  };
  if (!email || Object.keys(errors).length > 0) return { errors };
  return {
    draft: {
      name: name ?? "",
      email,
      company: company ?? "",
      externalId: externalId || null,
    },
  };
}

const lineOf = (text: string) => text.normalize("NFC").trim();

function lineError(field: DetailField, label: string, text: string): DetailErrors {
  if ([...text].length > MAX_LENGTH) return { [field]: `${label} can have at most ${MAX_LENGTH} characters` };
  return CONTROL.test(text) ? { [field]: `${label} contains characters that cannot be shown` } : {};
}
