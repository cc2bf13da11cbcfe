/** The way into a portal. On the platform, where partners sign in, the same in English. */
export const signIn = {
  title: "Sign in",
  text: "We e-mail you a code. There is no password.",
  email: "E-mail",
  emailWrong: "Enter your e-mail address, such as ana@example.com",
  send: "Send code",
  codeTitle: "Check your e-mail",
  codeText: "If this address may sign in here, a six-digit code is on its way. It works for 10 minutes.",
  code: "Code",
  codeWrong:
    "This code is not right, was used already or is older than 10 minutes. Check it or ask for a new one.",
  otherAddress: "Use another address or ask for a new code",
  linkText: "One click, and you are in.",
  link: {
    elsewhere: {
      title: "Open this link where you asked for it",
      text: "Open this link in the browser where you asked for it, or type the code there: it stands in the same e-mail. Nothing was used up. If you asked more than once, only the newest e-mail counts.",
      button: "Sign in here with a new code",
    },
    spent: {
      title: "This link no longer works",
      text: "A link works once and for 10 minutes, on the site that sent it. Ask for a new one; nothing was changed.",
      button: "Ask for a new link",
    },
  },
};
