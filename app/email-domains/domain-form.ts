import { readEmail } from "../email-address";

/** From whom a partner's e-mails are to come. */
export interface SenderForm {
  fromEmail: string;
  fromName: string;
}

export type SenderErrors = Partial<Record<keyof SenderForm, string>>;

/** Domains of which everybody may have an address, and nobody but their owner the DNS. */
const PUBLIC_MAIL =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|web|proton|protonmail|mail)\.[a-z.]+$/;

export const domainOf = (fromEmail: string): string => fromEmail.slice(fromEmail.indexOf("@") + 1);

/** Reads the form: either what it says, or what is wrong with each field. `ours` are domains of the platform. */
export function readSenderForm(
  form: FormData,
  ours: readonly string[],
): { values: SenderForm; errors: SenderErrors; isValid: boolean } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const fromEmail = readEmail(text("fromEmail"));
  const values = { fromEmail: fromEmail ?? text("fromEmail"), fromName: text("fromName") };
  const errors: SenderErrors = {};
  const domain = fromEmail && domainOf(fromEmail);
  if (!domain) errors.fromEmail = "Enter an address like hello@yourcompany.com.";
  else if (PUBLIC_MAIL.test(domain))
    errors.fromEmail = `Nobody but ${domain} can set its DNS records. Use an address at your own domain.`;
  else if (ours.some((own) => domain === own || domain.endsWith(`.${own}`)))
    errors.fromEmail = "This is a domain of the platform. Use one of your own.";
  if (values.fromName === "" || values.fromName.length > 60)
    errors.fromName = "Enter the name that readers see, at most 60 characters.";
  return { values, errors, isValid: Object.keys(errors).length === 0 };
}
