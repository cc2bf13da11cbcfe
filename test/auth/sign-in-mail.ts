import { inboxOf } from "../shop/outside";
import type { Visitor } from "../shop/visitor";

/** What the message that signs a person in holds. */
export interface SignInMail {
  code: string;
  /** The path of the link, on the site that sent it. */
  link: string;
  token: string;
}

/** Types an address into the sign-in page and opens the message that comes of it. */
export async function asksForMail(browser: Visitor, email: string, next = "/"): Promise<SignInMail> {
  const before = await inboxOf(email, "sign-in code", 0);
  await browser.post("/sign-in", { email, next });
  const after = await inboxOf(email, "sign-in code", before.length + 1);
  if (after.length === before.length) throw new Error(`No message to sign in with reached ${email}`);
  const [mail] = after;
  const url = mail?.links.find((found) => found.includes("/sign-in/link/"));
  if (!mail?.code || !url) throw new Error(`The message to ${email} lacks a code or a link`);
  const link = new URL(url).pathname;
  return { code: mail.code, link, token: link.slice("/sign-in/link/".length) };
}

/** Codes that are not this one, all different. */
export const wrongCodes = (code: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    String((Number(code) + index + 1) % 1_000_000).padStart(6, "0"),
  );
