import type { EmailContent } from "../content";
import { defineKind } from "../kind";
import type { Letter } from "../letter";

/** What signs a person in, and what nothing keeps: a code to type, and the token of a link to a page with a button. */
interface SignInSecrets {
  code: string;
  token: string;
}

/** The code is in the subject, so that it can be read on a locked phone. */
export const signInWords = (
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

const secret = {
  // Sent at once and kept nowhere: there is nothing to make such a message of later.
  facts: async () => null,
  sample: () => ({ code: "123456", token: "of-nobody" }),
  words: signInWords,
};

/** The message that signs a customer in. */
export const signIn = defineKind({
  label: "Sign-in code",
  when: "A customer asks to sign in to your portal.",
  standing: "always",
  to: "customer",
  instead: "The customer asks for a new code at sign-in",
  ...secret,
});

/** The message that signs a member in. */
export const memberSignIn = defineKind({
  label: "Sign-in code of a colleague",
  when: "One of you asks to sign in here.",
  standing: "always",
  to: "colleague",
  instead: "They ask for a new code at sign-in",
  ...secret,
});
