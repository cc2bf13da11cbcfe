import type { EmailContent } from "../content";
import type { Letter } from "../letter";

/** What signs a person in, and what nothing keeps: a code to type, and the token of a link to a page with a button. */
export interface SignInSecrets {
  code: string;
  token: string;
}

/** The message that signs somebody in. Its code is in the subject, so that it can be read on a locked phone. */
export const signInEmail = (
  { texts: { signIn }, origin }: Letter,
  { code, token }: SignInSecrets,
): EmailContent => ({
  subject: signIn.subject(code),
  heading: signIn.heading,
  paragraphs: [],
  code,
  button: { label: signIn.button, href: `${origin}/sign-in/link/${token}` },
  footnote: signIn.once,
});
