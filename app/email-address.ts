import * as z from "zod";

const Email = z.email().max(254);

/**
 * Reads an address as a person types it, or null if it is none. It has one spelling, so that a person is found however
 * they type it.
 */
export function readEmail(text: string): string | null {
  const [name = "", domain = "", ...more] = text.normalize("NFC").trim().toLowerCase().split("@");
  return Email.safeParse([name, asciiOf(domain), ...more].join("@")).data ?? null;
}

/** The domain as DNS knows it, where it is typed in letters of another script. */
function asciiOf(domain: string): string {
  const isOfLetters = /[^\p{ASCII}]/u.test(domain) && /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain);
  return isOfLetters && URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
}
