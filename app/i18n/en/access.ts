import type { RefusalWords } from "../refusal-words";

const askProvider = (supportEmail: string | null) =>
  supportEmail ? `Write to ${supportEmail}` : "Sign in with another address";

/** What is said to whom a portal lets in no further. */
export const access = {
  portalAccessDenied: (supportEmail: string | null): RefusalWords => ({
    title: "Portal access is off",
    message: supportEmail
      ? `Ask your provider to switch it on: ${supportEmail}.`
      : "Ask your provider to switch it on.",
    action: askProvider(supportEmail),
  }),
  portalClosed: (supportEmail: string | null): RefusalWords => ({
    title: "This portal is closed at the moment",
    message: supportEmail
      ? `Your balance and your history are safe. Ask your provider when it opens: ${supportEmail}.`
      : "Your balance and your history are safe. Ask your provider when it opens.",
    action: askProvider(supportEmail),
  }),
  signUpClosed: (supportEmail: string | null): RefusalWords => ({
    title: "You cannot join here yet",
    message: supportEmail
      ? `This portal takes no new customers at the moment. Ask your provider: ${supportEmail}.`
      : "This portal takes no new customers at the moment. Ask your provider.",
    action: askProvider(supportEmail),
  }),
  codesLocked: { title: "Too many attempts", message: "Please wait an hour, then try again." },
};
